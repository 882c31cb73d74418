using AutoResolve.Intake.Issues;

namespace AutoResolve.Intake.Records;

/// <summary>Records of a stream, read as they are asked for.</summary>
internal static class RecordSource
{
    /// <summary>The most characters that one record may have in its file.</summary>
    public const int MaxLength = 10_000_000;

    /// <param name="stream">Where they come from.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="name">The name of the file, which may tell the format; null for standard input.</param>
    /// <param name="needsText">Whether a table without a column for a text or a title is wrong.</param>
    public static IEnumerable<SourceRecord> Read(Stream stream, ReadingOptions options, string? name, bool needsText)
    {
        var head = StreamHead.Of(stream);
        if (options.Format is IssueFormat.Auto or IssueFormat.Workbook && ForeignFile.IsWorkbook(head.Start.Span))
            return WorkbookRecords.Read(head.Whole, options, needsText);
        if (ForeignFile.Explain(head.Start.Span) is { } foreign)
            return [SourceRecord.Fatal(0, foreign)];
        return options.Format == IssueFormat.Workbook
            ? [SourceRecord.Fatal(0, "This is no Excel workbook (.xlsx).")]
            : ReadText(head, options, name, needsText);
    }

    private static IEnumerable<SourceRecord> ReadText(StreamHead head, ReadingOptions options, string? name, bool needsText)
    {
        using var reader = TextOpening.Open(head, options.Encoding);
        var (start, problem) = Beginning.Of(reader);
        if (start is null)
        {
            if ((reader as Utf8Reader)?.Problem is null)
                yield return problem == Beginning.Nothing ? SourceRecord.Bad(0, problem) : SourceRecord.Fatal(0, problem!);
        }
        else
        {
            using var text = new BoundedTextReader(start, reader);
            foreach (var record in Read(text, new string(start), options, name, needsText))
                yield return record;
        }

        if (reader is Utf8Reader { Problem: { } not })
            yield return SourceRecord.Fatal(not.Line, not.Message);
    }

    private static IEnumerable<SourceRecord> Read(
        BoundedTextReader text,
        string start,
        ReadingOptions options,
        string? name,
        bool needsText
    )
    {
        var format = options.Format == IssueFormat.Auto ? FormatFinder.Find(name, start) : options.Format;
        return format switch
        {
            IssueFormat.Jsonl => JsonLinesRecords.Read(text, options.Columns),
            IssueFormat.Json => JsonDocumentRecords.Read(text, options.Columns),
            _ => CsvRecords.Read(text, start, options, needsText),
        };
    }
}
