using System.Text;

namespace AutoResolve.Crash.Hosting;

/// <summary>
/// A file of one host that grows by a line at a time. A line is handed to the operating system in one piece, so a killed process leaves
/// it whole or not at all.
/// </summary>
internal sealed class LineFile(string path) : IDisposable
{
    private readonly Lock _writing = new();
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Add<T>(T value)
    {
        var bytes = Encoding.UTF8.GetBytes(Lines.Write(value) + "\n");
        lock (_writing)
            _file.Write(bytes);
    }

    /// <summary>Reads the files of a folder whose names end so.</summary>
    public static IEnumerable<T> ReadAll<T>(string folder, string ending) =>
        Directory.GetFiles(folder, $"*{ending}").Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines).Select(Lines.Read<T>);

    public void Dispose() => _file.Dispose();
}
