using System.Text;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Authoring;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces a file and keeps its permissions; through a link, the file that it leads to.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">What it held when it was read.</param>
    /// <param name="content">What it is to hold.</param>
    /// <exception cref="CommandFailure">The file cannot be written, or holds something else by now.</exception>
    public static void Replace(string path, ReadOnlyMemory<byte> read, string content)
    {
        try
        {
            var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            if (new FileInfo(target).IsReadOnly)
                throw new UnauthorizedAccessException();
            Write(target, content, read);
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
            Write(target, content, replaced: null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("write", path, exception);
        }
    }

    private static void Write(string target, string content, ReadOnlyMemory<byte>? replaced)
    {
        // Beside its target: a move within a folder is atomic. The name does not end in .json, so nobody reads it as rules, and it is short
        // however long that of the target is.
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            WriteOut(temporary, content, replaced is null || OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(target));
            if (replaced is { } read && !File.ReadAllBytes(target).AsSpan().SequenceEqual(read.Span))
                throw new IOException("it was changed by somebody else in the meantime; run the command again");
            File.Move(temporary, target, overwrite: replaced is not null);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void WriteOut(string path, string content, UnixFileMode? mode)
    {
        // Nobody but its owner sees a file of theirs before it has the permissions of the one it replaces.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(path, options))
        {
            try
            {
                file.Write(Encoding.UTF8.GetBytes(content));

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
