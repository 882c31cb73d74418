using System.Text;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Files;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces a file and keeps its permissions; through a link, the file that it leads to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">What it held when it was read.</param>
    /// <param name="content">What it is to hold.</param>
    /// <exception cref="CommandFailure">The file cannot be written, or holds something else by now.</exception>
    public static void Replace(string path, ReadOnlyMemory<byte> read, string content) => Explained(path, () =>
        {
            var target = TargetOf(path);
            if (new FileInfo(target).IsReadOnly)
                throw new UnauthorizedAccessException();
            Write(target, Encoding.UTF8.GetBytes(content), isNew: false, read);
        });

    /// <summary>Makes a new file, and its folder where that is missing.</summary>
    /// <exception cref="CommandFailure">The file exists, or cannot be written.</exception>
    public static void Create(string path, string content)
    {
        if (Path.Exists(path))
            throw CommandFailure.Environment($"'{path}' exists; it was not touched. Name another file with --out FILE.");
        Explained(path, () => Write(FolderMade(Path.GetFullPath(path)), Encoding.UTF8.GetBytes(content), isNew: true));
    }

    /// <summary>Makes a file, and its folder where that is missing, or takes the place of what it held and keeps its permissions; through a
    /// link, the file that it leads to. What is no file, a device or a pipe, is written into.</summary>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content) => Explained(path, () =>
        {
            FolderMade(Path.GetFullPath(path));
            var target = FolderMade(TargetOf(path));
            if (!IsStream(path) && !File.Exists(target))
            {
                Write(target, content, isNew: true);
                return;
            }

            // Whoever may not write it must not replace it either, as the permissions of its folder may allow.
            if (!IsStream(path) && new FileInfo(target).IsReadOnly)
                throw new UnauthorizedAccessException();
            using (var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                if (IsStream(path) || !file.CanSeek)
                {
                    file.Write(content.Span);
                    return;
                }
            }

            Write(target, content, isNew: false);
        });

    /// <inheritdoc cref="Write(string, ReadOnlyMemory{byte})"/>
    public static void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    // What the system shows as files; some of it looks like one.
    private static bool IsStream(string path) =>
        !OperatingSystem.IsWindows()
        && Path.GetFullPath(path) is var full
        && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));

    // Of what is not there, .NET resolves nothing.
    private static string TargetOf(string path) =>
        new FileInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : Path.GetFullPath(path);

    private static string FolderMade(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        return target;
    }

    private static void Explained(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("write", path, exception);
        }
    }

    private static void Write(string target, ReadOnlyMemory<byte> content, bool isNew, ReadOnlyMemory<byte>? read = null)
    {
        // Beside its target: a move within a folder is atomic. The name does not end in .json, so nobody reads it as rules, and it is short
        // however long that of the target is.
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            WriteOut(temporary, content, isNew || OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target));
            if (read is { } before && !File.ReadAllBytes(target).AsSpan().SequenceEqual(before.Span))
                throw new IOException("it was changed by somebody else in the meantime; run the command again");
            File.Move(temporary, target, overwrite: !isNew);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void WriteOut(string path, ReadOnlyMemory<byte> content, UnixFileMode? mode)
    {
        // Nobody but its owner sees a file of theirs before it has the permissions of the one it replaces.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(path, options))
        {
            try
            {
                file.Write(content.Span);

                // A full disk may show only here, and what is replaced is gone once the name is the other file's.
                file.Flush(flushToDisk: true);
            }
            catch (ArgumentException exception)
            {
                // What is larger than the file system or a limit allows.
                throw new IOException(exception.Message, exception);
            }
        }

        if (mode is { } kept && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, kept);
    }
}
