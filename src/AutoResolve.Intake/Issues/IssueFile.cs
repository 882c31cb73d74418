using System.Globalization;

namespace AutoResolve.Intake.Issues;

/// <summary>
/// Issues in a file or a stream, read one at a time as they are asked for: JSON lines, a JSON array, CSV with a header line, or mails. What
/// cannot be read costs only itself, where the rest can be told apart from it.
/// </summary>
public sealed class IssueFile : IDisposable
{
    /// <summary>The most characters that one issue may have in its file, or its text in a mail. A mail has at most 50 MB.</summary>
    public const int MaxLength = IssueSource.MaxLength;

    private readonly Stream _stream;
    private readonly IssueFormat _format;
    private readonly string? _path;

    private IssueFile(Stream stream, IssueFormat format, string? path) => (_stream, _format, _path) = (stream, format, path);

    /// <summary>What messages call it: its path, or <c>&lt;stdin&gt;</c> where it has none.</summary>
    public string Name => _path ?? "<stdin>";

    /// <summary>How much has been read, from 0 to 1; null where the end is not known.</summary>
    public double? Progress => _path is null || !_stream.CanSeek || _stream.Length == 0 ? null : (double)_stream.Position / _stream.Length;

    /// <summary>Opens a file; others may go on writing to it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How the issues are written. Default: found out from the name and the beginning.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static IssueFile Open(string path, IssueFormat format = IssueFormat.Auto) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), format, path);

    /// <summary>Takes a stream, such as standard input or the body of a request.</summary>
    /// <param name="stream">UTF-8, or UTF-16 with a byte order mark; mails as they were sent. It is closed with this.</param>
    /// <param name="format">How the issues are written. Default: found out from the name and the beginning.</param>
    /// <param name="name">The name of its file, which may tell the format. Default: none.</param>
    public static IssueFile Of(Stream stream, IssueFormat format = IssueFormat.Auto, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new IssueFile(stream, format, name);
    }

    /// <summary>Reads the issues, in order. Once.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<IssueLine> Read() => IssueSource.Read(_stream, _format, _path);

    /// <summary>A problem, or a remark, as <c>file:line: message</c>.</summary>
    /// <param name="line">What was read, with its problem or remark.</param>
    public string Describe(IssueLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Line > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Name}:{line.Line}: {line.Problem ?? line.Remark}")
            : $"{Name}: {line.Problem ?? line.Remark}";
    }

    /// <summary>Closes the file or stream.</summary>
    public void Dispose() => _stream.Dispose();
}
