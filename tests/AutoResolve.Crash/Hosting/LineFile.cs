using System.Text;

namespace AutoResolve.Crash.Hosting;

/// <summary>A file that grows by a line at a time. A line is handed to the operating system in one piece, so a killed process leaves it whole or not at all.</summary>
internal sealed class LineFile(string path) : IDisposable
{
    private readonly Lock _writing = new();
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    public void Add(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_writing)
            _file.Write(bytes);
    }

    public static IReadOnlyList<string> Read(string path) => File.Exists(path) ? File.ReadAllLines(path) : [];

    public void Dispose() => _file.Dispose();
}
