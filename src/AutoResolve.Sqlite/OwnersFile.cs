namespace AutoResolve.Sqlite;

/// <summary>Files that only their owner may read and write, whatever the process's mask is.</summary>
internal static class OwnersFile
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates one.</summary>
    /// <exception cref="IOException">There is one.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
        };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, options);
        options.UnixCreateMode = Mode;
        var file = new FileStream(path, options);
        File.SetUnixFileMode(file.SafeFileHandle, Mode);
        return file;
    }

    /// <summary>Creates an empty one where there is none; where a link leads nowhere, there.</summary>
    public static void Ensure(string path)
    {
        if (new FileInfo(path) is { LinkTarget: not null } link)
            path = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (File.Exists(path))
            return;
        try
        {
            Create(path).Dispose();
        }
        catch (IOException) when (File.Exists(path)) { }
    }
}
