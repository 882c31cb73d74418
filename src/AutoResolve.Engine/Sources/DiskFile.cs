namespace AutoResolve.Sources;

/// <summary>Opens files that people may put anything in the place of.</summary>
internal static class DiskFile
{
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static Stream OpenRead(string path)
    {
        // A pipe would wait for a writer, perhaps for ever; it has no length, as what is empty.
        var file = new FileInfo(path);
        var target = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return target.Length == 0 ? Stream.Null : File.OpenRead(path);
    }
}
