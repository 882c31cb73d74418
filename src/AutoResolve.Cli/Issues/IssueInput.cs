using AutoResolve.Cli.Hosting;

namespace AutoResolve.Cli.Issues;

/// <summary>An open file of issues, or standard input.</summary>
internal sealed class IssueInput : IDisposable
{
    private readonly Stream _stream;
    private readonly IssueFormat _format;
    private readonly string? _path;

    private IssueInput(Stream stream, IssueFormat format, string? path) => (_stream, _format, _path) = (stream, format, path);

    /// <summary>What messages call it.</summary>
    public string Name => _path ?? "<stdin>";

    /// <summary>How much has been read, from 0 to 1; null where the end is not known.</summary>
    public double? Progress => _path is null || !_stream.CanSeek || _stream.Length == 0 ? null : (double)_stream.Position / _stream.Length;

    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <param name="format">How the issues are written.</param>
    /// <param name="terminal">Gives standard input.</param>
    /// <exception cref="CommandFailure">The file cannot be opened.</exception>
    public static IssueInput Open(string path, IssueFormat format, Terminal terminal)
    {
        if (path == "-")
            return new IssueInput(terminal.OpenInput(), format, null);
        if (Directory.Exists(path))
            throw CommandFailure.Environment($"'{path}' is a folder; name a file of issues.");
        try
        {
            return new IssueInput(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), format, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandFailure.Refused("read", path, exception);
        }
    }

    public IEnumerable<IssueLine> Read() => IssueSource.Read(_stream, _format, _path);

    /// <summary>A problem as <c>file:line: message</c>.</summary>
    public string Describe(IssueLine line) =>
        line.Line > 0
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}:{line.Line}: {line.Problem}")
            : $"{Name}: {line.Problem}";

    public void Dispose() => _stream.Dispose();
}
