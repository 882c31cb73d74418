using System.Text;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Rendering;

/// <summary>Writes reports to files.</summary>
internal static class ReportFiles
{
    /// <exception cref="CommandFailure">It cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        // Whole before the file is opened: what cannot be made leaves no half of a file.
        using var content = new MemoryStream();
        await write(content);
        AtomicFile.Write(path, content.ToArray());
    }

    /// <summary>What would be written to a file, as text.</summary>
    public static async Task<string> TextAsync(Func<Stream, Task> write)
    {
        using var content = new MemoryStream();
        await write(content);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
