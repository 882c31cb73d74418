using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Dates;
using AutoResolve.Intake.Issues;
using AutoResolve.Intake.Mails;

namespace AutoResolve.Intake.Records;

/// <summary>Reads what a stream holds as issues: the one way in which all that reads issues and past issues does.</summary>
/// <param name="options">How it is read.</param>
/// <param name="order">Whether dates have the day first.</param>
internal sealed class IssueReading(ReadingOptions options, DateOrder order)
{
    private readonly IssueMaker _maker = new(options, order);

    // Records of JSON have keys of their own: each thing is told once.
    private readonly HashSet<string> _told = [];
    private ColumnLayout? _layout;

    /// <param name="stream">Where the issues come from.</param>
    /// <param name="name">The name of the file, which may tell the format; null for standard input.</param>
    /// <param name="needsText">Whether an issue without a place for a text or a title is none.</param>
    public IEnumerable<ReadIssue> Read(Stream stream, string? name, bool needsText) =>
        (options.Format == IssueFormat.Auto ? FormatFinder.FindMail(name) : options.Format) switch
        {
            IssueFormat.Eml => MailFileReader.ReadOne(stream).Select(OfMail),
            IssueFormat.Mbox => MailFileReader.ReadAll(stream).Select(OfMail),
            _ => ReadRecords(stream, name, needsText),
        };

    private IEnumerable<ReadIssue> ReadRecords(Stream stream, string? name, bool needsText)
    {
        var number = 0;
        var missing = needsText ? options.Columns.Given.ToList() : [];
        ColumnLayout? last = null;
        foreach (var record in RecordSource.Read(stream, options, name, needsText))
        {
            var read = Make(record, ++number, needsText);
            yield return read;
            if (read.IsFatal)
                yield break;
            last = record.Values?.Layout ?? last;
            if (missing.Count > 0 && last is not null)
                missing.RemoveAll(given => last.Of(given.Key).Count > 0);
        }

        // Records of JSON have keys of their own, so that this shows only at the end.
        if (missing.Count > 0 && last is not null)
            yield return new ReadIssue(0, null, null, [], HeaderCheck.NoColumn(missing[0], HeaderCheck.Names(last)));
    }

    private string? Remark(RecordValues values)
    {
        if (ReferenceEquals(values.Layout, _layout) && values.Conversations.Count == 0)
            return null;
        _layout = values.Layout;
        var remarks = HeaderCheck.Remarks(values).Where(_told.Add).ToList();
        return remarks.Count == 0 ? null : string.Join(' ', remarks);
    }

    private static ReadIssue OfMail(IssueLine line) =>
        new(line.Line, line.Issue, null, [], line.Problem) { Remark = line.Remark, IsIdMade = line.IsIdMade };

    private ReadIssue Make(SourceRecord record, int number, bool needsText)
    {
        if (record.Values is not { } values)
            return new ReadIssue(record.Line, null, null, [], record.Problem) { IsFatal = record.IsFatal };
        if (number == 1 && values.Layout.Others is { } others)
            return new ReadIssue(record.Line, null, null, [], $"These are {others}.") { IsFatal = true };
        try
        {
            if (needsText && !IssueMaker.HasText(values))
                throw new BadIssueException("An issue needs a 'text' or a 'title'.");
            var unread = new List<UnreadCell>();
            if (values.Find("date") is { Value: var date })
                order.See(number, date);
            return new ReadIssue(record.Line, _maker.Make(values, record.DefaultId, unread.Add), values, unread, null)
            {
                IsIdMade = values.Find("id") is null,
                Remark = needsText ? Remark(values) : null,
            };
        }
        catch (BadIssueException exception)
        {
            return new ReadIssue(record.Line, null, values, [], exception.Message);
        }
    }
}

/// <summary>One issue of an input with the record it was made of, or what is wrong with it.</summary>
/// <param name="Line">Where it begins, from 1; 0 where no line can be named.</param>
/// <param name="Issue">The issue; null where there is a problem.</param>
/// <param name="Values">The record; null where there is none, as of a mail.</param>
/// <param name="Unread">What of it could not be read.</param>
/// <param name="Problem">What is wrong and what to do; null where nothing is.</param>
internal sealed record ReadIssue(int Line, Issue? Issue, RecordValues? Values, IReadOnlyList<UnreadCell> Unread, string? Problem)
{
    /// <summary>What of a mail or a file was not read; null where nothing is to be said.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether the issue is called by its place, since it has no id.</summary>
    public bool IsIdMade { get; init; }

    /// <summary>Whether the whole file is wrong, rather than one of its records.</summary>
    public bool IsFatal { get; init; }
}
