using System.Diagnostics;

namespace AutoResolve.Crash.Queues;

/// <summary>A disk in memory for the database server, which can be made full; only root may make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Size = "1500m";

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Balloon => Path.Combine(Folder, "balloon");

    /// <returns>Null where none can be made; full disks are then left out.</returns>
    public static SmallDisk? TryMake()
    {
        var folder = Directory.CreateTempSubdirectory("autoresolve-disk-").FullName;
        if (Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={Size},mode=1777", "tmpfs", folder))
            return new SmallDisk(folder);
        Directory.Delete(folder);
        return null;
    }

    /// <summary>Takes all room that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Balloon, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[1 << 20, 1 << 12])
        {
            var block = new byte[size];
            try
            {
                while (true)
                    file.Write(block);
            }
            catch (IOException)
            {
                // It is full, for blocks of that size.
            }
        }
    }

    public void Empty() => File.Delete(Balloon);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
