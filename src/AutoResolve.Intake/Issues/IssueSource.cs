using System.Text;
using AutoResolve.Intake.Mails;

namespace AutoResolve.Intake.Issues;

/// <summary>Issues of a stream, read as they are asked for.</summary>
internal static class IssueSource
{
    /// <summary>The most characters that one issue may have in its file.</summary>
    public const int MaxLength = 10_000_000;

    private const int HeadLength = 64 * 1024;

    /// <param name="stream">Where the issues come from; UTF-8, or UTF-16 with a byte order mark.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="name">The name of the file, which may tell the format; null for standard input.</param>
    public static IEnumerable<IssueLine> Read(Stream stream, IssueFormat format, string? name) =>
        (format == IssueFormat.Auto ? FormatFinder.FindMail(name) : format) switch
        {
            IssueFormat.Eml => MailFileReader.ReadOne(stream),
            IssueFormat.Mbox => MailFileReader.ReadAll(stream),
            _ => ReadText(stream, format, name),
        };

    private static IEnumerable<IssueLine> ReadText(Stream stream, IssueFormat format, string? name)
    {
        using var reader = new StreamReader(
            stream,
            new UTF8Encoding(false),
            detectEncodingFromByteOrderMarks: true,
            16 * 1024,
            leaveOpen: true
        );
        var head = new char[HeadLength];
        var length = ReadHead(reader, head);
        var start = new string(head, 0, length);
        if (start.Contains('\0', StringComparison.Ordinal))
        {
            yield return IssueLine.Bad(0, "This is not a text file.");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(start) && length < HeadLength)
        {
            yield return IssueLine.Bad(0, "There is nothing in it.");
            yield break;
        }

        if (format == IssueFormat.Auto && FormatFinder.FindMailIn(start) is { } mail)
        {
            yield return IssueLine.Bad(0, $"This is a mail: say so with the format {mail}, or give a file named .{mail}.");
            yield break;
        }

        using var text = new BoundedTextReader(head, length, reader);
        foreach (var line in Read(text, format == IssueFormat.Auto ? FormatFinder.Find(name, start) : format))
            yield return line;
    }

    private static IEnumerable<IssueLine> Read(BoundedTextReader text, IssueFormat format) =>
        format switch
        {
            IssueFormat.Jsonl => JsonLinesReader.Read(text),
            IssueFormat.Json => JsonDocumentReader.Read(text),
            _ => CsvIssueReader.Read(text),
        };

    // A pipe may give little at a time; the first line is enough to know the format, and waiting for more would hold back a slow source.
    private static int ReadHead(StreamReader reader, char[] head)
    {
        var length = 0;
        while (length < head.Length)
        {
            var read = reader.Read(head, length, head.Length - length);
            length += read;
            if (read == 0 || head.AsSpan(0, length).TrimStart().Contains('\n'))
                break;
        }

        return length;
    }
}
