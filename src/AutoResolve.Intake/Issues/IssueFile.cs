using System.Globalization;
using AutoResolve.Intake.Dates;
using AutoResolve.Intake.Records;

namespace AutoResolve.Intake.Issues;

/// <summary>
/// Issues in a file or a stream, read one at a time as they are asked for: JSON lines, JSON, CSV with a header line, an Excel workbook, or
/// mails. What cannot be read costs only itself, where the rest can be told apart from it.
/// </summary>
public sealed class IssueFile : IDisposable
{
    /// <summary>The most characters that one issue may have in its file, or its text in a mail. A mail has at most 50 MB.</summary>
    public const int MaxLength = RecordSource.MaxLength;

    private readonly Stream _stream;
    private readonly ReadingOptions _options;
    private readonly string? _path;

    private IssueFile(Stream stream, ReadingOptions? options, string? path) =>
        (_stream, _options, _path) = (stream, options ?? new ReadingOptions(), path);

    /// <summary>What messages call it: its path, or <c>&lt;stdin&gt;</c> where it has none.</summary>
    public string Name => _path ?? "<stdin>";

    /// <summary>How much has been read, from 0 to 1; null where the end is not known.</summary>
    public double? Progress => _path is null || !_stream.CanSeek || _stream.Length == 0 ? null : (double)_stream.Position / _stream.Length;

    /// <summary>Opens a file; others may go on writing to it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read. Default: as its name and beginning show.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static IssueFile Open(string path, ReadingOptions? options = null) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), options, path);

    /// <summary>Takes a stream, such as standard input or the body of a request.</summary>
    /// <param name="stream">What is read; it is closed with this.</param>
    /// <param name="options">How it is read. Default: as its name and beginning show.</param>
    /// <param name="name">The name of its file, which may tell the format. Default: none.</param>
    public static IssueFile Of(Stream stream, ReadingOptions? options = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new IssueFile(stream, options, name);
    }

    /// <summary>Reads the issues, in order. Once.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<IssueLine> Read()
    {
        var order = DateOrders.Of(_options, (_stream as FileStream)?.Name);
        return new IssueReading(_options, order).Read(_stream, _path, needsText: true).Select(Line);
    }

    /// <summary>A problem as <c>file:line: message</c>, or what of an issue could not be read.</summary>
    /// <param name="line">What was read, with its problem or remark.</param>
    public string Describe(IssueLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var message = line.Problem ?? line.Remark;
        return line.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Name}:{line.Line}: {message}") : $"{Name}: {message}";
    }

    private static IssueLine Line(ReadIssue read) =>
        new(read.Line, read.Issue, read.Problem)
        {
            IsIdMade = read.IsIdMade,
            Remark =
                read.Unread.Count == 0
                    ? read.Remark
                    : string.Join(
                        ' ',
                        read.Unread.Select(cell =>
                                $"The {cell.What} '{SafeText.Start(cell.Text, 40)}' could not be read, and the issue is taken without "
                                + $"one: {cell.Cure}."
                            )
                            .Prepend(read.Remark)
                            .OfType<string>()
                    ),
        };

    /// <summary>Closes the file or stream.</summary>
    public void Dispose() => _stream.Dispose();
}
