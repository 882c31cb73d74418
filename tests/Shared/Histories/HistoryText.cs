using System.Text;

namespace AutoResolve.Tests.Histories;

/// <summary>A history file for one test.</summary>
internal sealed class HistoryText : IDisposable
{
    public HistoryText(string content, string extension = ".jsonl", Encoding? encoding = null)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"history-{Guid.NewGuid():N}{extension}");
        File.WriteAllBytes(Path, (encoding ?? new UTF8Encoding(false)).GetBytes(content));
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
