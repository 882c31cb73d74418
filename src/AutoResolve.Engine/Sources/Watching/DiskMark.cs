using System.Runtime.InteropServices;

namespace AutoResolve.Sources.Watching;

/// <summary>What a path stands for.</summary>
internal enum DiskKind
{
    Missing,
    Folder,
    File,
    Link,
    Denied,
}

/// <summary>What tells one state of a file, folder or link from another without reading it: of a folder not its entries, of a link not
/// what it leads to.</summary>
internal readonly partial record struct DiskMark(DiskKind Kind)
{
    /// <summary>Of a folder, which one it is.</summary>
    /// <remarks>Not of files: some file systems give them another identity each time that they are looked up.</remarks>
    public (ulong Device, ulong Number) Identity { get; init; }

    public long Length { get; init; }

    /// <summary>When a file's content was written, as whoever wrote it says.</summary>
    public long Written { get; init; }

    /// <summary>When anything of a file was changed, which nobody may say otherwise; where the system does not tell, when it was
    /// made.</summary>
    public long Changed { get; init; }

    /// <summary>Where a link leads.</summary>
    public string? Target { get; init; }

    /// <summary>What is at a path.</summary>
    public static DiskMark Of(string path) => (OperatingSystem.IsLinux() ? LinuxStatus.Of(path) : null) ?? Portable(path);

    private static DiskMark Portable(string path)
    {
        FileSystemInfo info = new FileInfo(path);
        try
        {
            if (!info.Exists)
                info = new DirectoryInfo(path);
            if (info.LinkTarget is { } target)
                return new DiskMark(DiskKind.Link) { Target = target };
            if (!info.Exists)
                return new DiskMark(DiskKind.Missing);
            var made = info.CreationTimeUtc.Ticks;
            return info is FileInfo file
                ? new DiskMark(DiskKind.File)
                {
                    Length = file.Length,
                    Written = file.LastWriteTimeUtc.Ticks,
                    Changed = made,
                }
                : new DiskMark(DiskKind.Folder) { Identity = (0, (ulong)made) };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new DiskMark(DiskKind.Denied);
        }
    }

    /// <summary>What Linux says of a path, which .NET does not tell: the identity, and when it was changed.</summary>
    private static partial class LinuxStatus
    {
        private const int CurrentFolder = -100;
        private const int NotFollowed = 0x100;
        private const uint Basic = 0x7ff;
        private const int TypeMask = 0xF000;
        private const int Folder = 0x4000;
        private const int Link = 0xA000;
        private const int NoSuchEntry = 2;
        private const int NoAccess = 13;
        private const int NoFolder = 20;

        private static volatile bool _isLacking;

        /// <returns>Null where the system cannot say.</returns>
        public static DiskMark? Of(string path)
        {
            if (_isLacking)
                return null;
            try
            {
                if (StatX(CurrentFolder, path, NotFollowed, Basic, out var status) == 0)
                    return MarkOf(path, status);
            }
            catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
            {
                _isLacking = true;
                return null;
            }

            return Marshal.GetLastPInvokeError() switch
            {
                NoSuchEntry or NoFolder => new DiskMark(DiskKind.Missing),
                NoAccess => new DiskMark(DiskKind.Denied),
                _ => null,
            };
        }

        private static DiskMark MarkOf(string path, in Status status) =>
            (status.Mode & TypeMask) switch
            {
                Folder => new DiskMark(DiskKind.Folder)
                {
                    Identity = (((ulong)status.DeviceMajor << 32) | status.DeviceMinor, status.Inode),
                },
                Link => new DiskMark(DiskKind.Link) { Target = TargetOf(path) },
                _ => new DiskMark(DiskKind.File)
                {
                    Length = (long)status.Size,
                    Written = Ticks(status.WrittenSeconds, status.WrittenNanoseconds),
                    Changed = Ticks(status.ChangedSeconds, status.ChangedNanoseconds),
                },
            };

        private static string? TargetOf(string path)
        {
            try
            {
                return new FileInfo(path).LinkTarget;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        private static long Ticks(long seconds, uint nanoseconds) =>
            DateTime.UnixEpoch.Ticks + unchecked(seconds * TimeSpan.TicksPerSecond) + (nanoseconds / TimeSpan.NanosecondsPerTick);

        [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        private static partial int StatX(int folder, string path, int flags, uint mask, out Status status);

        /// <summary>The kernel's struct statx, which is the same on all architectures.</summary>
        [StructLayout(LayoutKind.Explicit, Size = 256)]
        private readonly struct Status
        {
            [FieldOffset(28)]
            public readonly ushort Mode;

            [FieldOffset(32)]
            public readonly ulong Inode;

            [FieldOffset(40)]
            public readonly ulong Size;

            [FieldOffset(96)]
            public readonly long ChangedSeconds;

            [FieldOffset(104)]
            public readonly uint ChangedNanoseconds;

            [FieldOffset(112)]
            public readonly long WrittenSeconds;

            [FieldOffset(120)]
            public readonly uint WrittenNanoseconds;

            [FieldOffset(136)]
            public readonly uint DeviceMajor;

            [FieldOffset(140)]
            public readonly uint DeviceMinor;
        }
    }
}
