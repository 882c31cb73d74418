using System.Text;
using AutoResolve.Cli.Hosting;

namespace AutoResolve.Cli.Rendering;

/// <summary>Writes reports to files.</summary>
internal static class ReportFiles
{
    /// <exception cref="CommandFailure">It cannot be written.</exception>
    public static void Write(string path, string content)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            File.WriteAllText(path, content, new UTF8Encoding(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("write", path, exception);
        }
    }
}
