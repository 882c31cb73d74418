using System.Text;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Authoring;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces a file and keeps its permissions; through a link, the file that it leads to.</summary>
    /// <exception cref="CommandFailure">The file cannot be written.</exception>
    public static void Replace(string path, string content)
    {
        try
        {
            var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            if (new FileInfo(target).IsReadOnly)
                throw new UnauthorizedAccessException();
            Write(target, content, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("write", path, exception);
        }
    }

    /// <summary>Makes a new file, and its folder where that is missing.</summary>
    /// <exception cref="CommandFailure">The file exists, or cannot be written.</exception>
    public static void Create(string path, string content)
    {
        if (Path.Exists(path))
            throw CommandFailure.Environment($"'{path}' exists; it was not touched. Name another file with --out FILE.");
        try
        {
            var target = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            Write(target, content, overwrite: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("write", path, exception);
        }
    }

    private static void Write(string target, string content, bool overwrite)
    {
        // Beside its target: a move within a folder is atomic. The name does not end in .json, so nobody reads it as rules.
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllText(temporary, content, new UTF8Encoding(false));
            if (overwrite && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
