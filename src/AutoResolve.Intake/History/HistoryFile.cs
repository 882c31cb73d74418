using System.Runtime.CompilerServices;
using AutoResolve.Intake.Columns;
using AutoResolve.Intake.Dates;
using AutoResolve.Intake.Records;
using AutoResolve.Privacy;

namespace AutoResolve.Intake.History;

/// <summary>
/// Past issues in a file of JSON, CSV, mails or an Excel workbook, read one after the other as <see cref="Issues.IssueFile"/> reads issues.
/// Personal data are masked as they are read. What is said of it, such as its problems, is true of what has been read.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="options">How it is read. Default: as its name and beginning show.</param>
/// <param name="where">A column and the value that it must have for an issue to be read. Default: all are read.</param>
public sealed class HistoryFile(string path, ReadingOptions? options = null, KeyValuePair<string, string>? where = null)
{
    /// <summary>What a date may look like, in words.</summary>
    public const string KnownDates = DateCure.Known;

    private const int MaxNames = 30;
    private const int MaxNameLength = 40;
    private const int MaxKnown = 1_000;

    private readonly ReadingOptions _options = options ?? new ReadingOptions();
    private readonly SortedSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _found = new(StringComparer.OrdinalIgnoreCase);
    private ColumnLayout? _known;
    private Stream? _stream;

    /// <summary>The file.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));

    /// <summary>Masks its texts. Default: by the forms of personal data that are the same everywhere.</summary>
    public IRedactor Redactor { get; init; } = new PersonalDataRedactor();

    /// <summary>Whether issues without a text are left out, and texts are read at all. Default: true.</summary>
    public bool NeedsText { get; init; } = true;

    /// <summary>Whether texts are read where they are there, also where they need not be.</summary>
    public bool ReadsText { get; init; }

    /// <summary>What rules call its types, teams and tiers. Default: the same.</summary>
    public HistoryNames? Names { get; init; }

    /// <summary>Whether days or months are first, as its dates show it so far as they have been read.</summary>
    public DateOrder Order { get; } = DateOrders.Of(options ?? new ReadingOptions(), path);

    /// <summary>
    /// The columns or keys that are there, so far as it has been read, in a line. A file that is no history has names of any length.
    /// </summary>
    public string NamesText => Text(_names);

    /// <summary>Those that say nothing of an issue, in a line; empty where all say something.</summary>
    public string UnusedText => Text(_names.Where(name => !_used.Contains(name)));

    /// <summary>Which of some things no column holds.</summary>
    /// <param name="wanted">What the columns may hold, as <see cref="ColumnMap"/> calls it.</param>
    public IReadOnlyList<string> Missing(IEnumerable<string> wanted) => [.. wanted.Where(what => !_found.Contains(what))];

    /// <summary>How much has been read, from 0 to 1; null before and after, and where the end is not known.</summary>
    public double? Progress => _stream is { CanRead: true, Length: > 0 } stream ? (double)stream.Position / stream.Length : null;

    /// <summary>What could not be used, so far as it has been read.</summary>
    public HistoryProblems Problems { get; } = new();

    /// <summary>Reads the issues, in order. Once.</summary>
    /// <exception cref="HistoryException">There is no text in it, or a named column is missing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<PastIssue> Read()
    {
        using var stream = Open();
        _stream = stream;
        var (number, read, used) = (0, 0, 0);
        foreach (var record in new IssueReading(_options, Order).Read(stream, Path, needsText: false))
        {
            number++;
            if (record.Issue is not { } issue)
            {
                if (record.IsFatal)
                    throw new HistoryException($"{Path} cannot be read. {record.Problem}");
                if (record.Problem == Beginning.Nothing)
                    break;
                Problems.AddUnread(number, record.Problem!);
                continue;
            }

            read++;
            if (record.Values is { } values)
                Know(values);
            if (where is { } wanted && !wanted.Value.Equals(ValueOf(wanted.Key, record), StringComparison.OrdinalIgnoreCase))
                continue;
            if (Past(number, issue, record) is not { } past)
                continue;
            used++;
            yield return past;
        }

        if (_options.Columns.Given.FirstOrDefault(pair => !Has(pair.Value)) is { Key: not null } missing && read > 0)
            throw new HistoryException($"{Path} has no column '{missing.Value}' for {missing.Key}. It has {NamesText}.");
        if (read == 0)
        {
            var why = Problems.FirstUnread is { } first ? $": none of its records could be read, such as {first}" : "";
            throw new HistoryException($"{Path} holds no issues{why}.");
        }

        if (used == 0)
        {
            var filter = where is null ? "" : " and fits";
            throw new HistoryException(
                $"No record of {Path} has a text{filter}. Say which column holds it with --column text=NAME; it has {NamesText}."
            );
        }
    }

    /// <summary>The same as a sequence that is awaited, as what learns from past issues takes it.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="HistoryException">There is no text in it, or a named column is missing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async IAsyncEnumerable<PastIssue> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var issue in Read().ToAsyncEnumerable().WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return issue;
    }

    private static string Text(IEnumerable<string> names)
    {
        var first = names.Take(MaxNames + 1).Select(name => name.Length <= MaxNameLength ? name : name[..MaxNameLength] + "…").ToList();
        return string.Join(", ", first.Take(MaxNames)) + (first.Count > MaxNames ? ", …" : "");
    }

    // A pipe would wait for a writer, perhaps for ever; it has no length, as what is empty.
    private Stream Open()
    {
        var file = new FileInfo(Path);
        return (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length == 0
            ? Stream.Null
            : new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
    }

    private bool Has(string column) => _names.Any(name => ColumnData.Fold(name) == ColumnData.Fold(column));

    private static string? ValueOf(string name, ReadIssue record) =>
        record.Values?.Named(name) ?? record.Issue?.Fields.GetValueOrDefault(name);

    // JSON lines may each have keys of their own; all rows of a table have the same.
    private void Know(RecordValues values)
    {
        var layout = values.Layout;
        if (ReferenceEquals(layout, _known))
            return;
        _known = layout;
        foreach (var what in ColumnData.Known.Usual.Keys)
        {
            if (layout.Of(what).Count > 0)
                _found.Add(what);
            _used.UnionWith(layout.Of(what).Select(place => layout.Names[place]));
        }

        if (_names.Count < MaxKnown)
            _names.UnionWith(layout.Names.Where(name => !VisibleText.IsBlank(name)));
    }

    private PastIssue? Past(int number, Issue issue, ReadIssue record)
    {
        if (NeedsText && VisibleText.IsBlank(issue.Text) && issue.Title is null)
        {
            Problems.AddUnread(number, "it has no text");
            return null;
        }

        foreach (var cell in record.Unread)
            Problems.AddValue(cell.What, cell.Text, cell.Cure);
        var readsText = NeedsText || ReadsText;
        var past = new PastIssue
        {
            Number = number,
            Id = issue.Id,
            Text = readsText ? Redactor.Redact(issue.Text) : "",
            Format = issue.Format,
            Title = readsText && issue.Title is { } title ? Redactor.Redact(title) : null,
            Author = issue.Author,
            Tenant = issue.Tenant,
            Requester = issue.Requester,
            Turns = readsText ? [.. issue.Turns.Select(Masked)] : [],
            Fields = readsText ? Masked(issue.Fields) : new Dictionary<string, string>(),
            Tried = issue.Tried,
            Date = issue.ReceivedAt,
            Channel = issue.Channel,
            Product = issue.Product,
            Locale = issue.Locale,
        };
        return record.Values is { } values ? WithWork(past, values) : past;
    }

    // What people did with it.
    private PastIssue WithWork(PastIssue issue, RecordValues values)
    {
        var escalated = Find(values, "escalated");
        var tags = EscalationTags.Of(values.Layout.Of("tags").SelectMany(values.PartsAt));
        return issue with
        {
            Label = Names is null ? Label(values) : Names.TypeOf(Label(values)),
            Team = Names is null ? Find(values, "team") : Names.TeamOf(Find(values, "team")),
            Tier = Tier(Find(values, "tier")) ?? tags.Tier,
            Minutes = Minutes(values),
            Answer = NeedsText && Find(values, "answer") is { } answer ? Redactor.Redact(answer) : null,
            Reopened = Flag("reopened", Find(values, "reopened")),
            Escalated = Flag("escalated", escalated) ?? (tags.IsEscalated ? true : null),
            HasEmptyEscalated = escalated is null && !tags.IsEscalated,
            Center = Find(values, "center"),
        };
    }

    private Turn Masked(Turn turn) => turn with { Text = Redactor.Redact(turn.Text), Fields = Masked(turn.Fields) };

    private Dictionary<string, string> Masked(IReadOnlyDictionary<string, string> fields) =>
        fields.ToDictionary(field => field.Key, field => Redactor.Redact(field.Value), StringComparer.OrdinalIgnoreCase);

    private static string? Find(RecordValues values, string what) => values.Find(what)?.Value.Trim();

    private string? Label(RecordValues values) => Find(values, NeedsText ? "label" : "type");

    private double? Minutes(RecordValues values)
    {
        if (values.Find("minutes") is not { } found)
            return null;
        var (text, column) = (found.Value.Trim(), values.Layout.Names[found.Place]);
        var unit = _options.Columns.UnitOf(column);
        if (HistoryMinutes.TryRead(text, unit, out var minutes))
            return minutes;
        Problems.AddValue("minutes", text, Advice(column, unit, HistoryNumber.TryRead(text, out _)));
        return null;
    }

    private static string Advice(string column, HistoryUnit? unit, bool isNumber)
    {
        if (unit is null && isNumber)
            return $"say the unit, as in --column minutes={column}:seconds";
        return unit is null || unit == HistoryUnit.Minutes
            ? "write a number from 0 to 100,000"
            : $"write a number of {unit.Name}, up to 100,000 minutes";
    }

    private int? Tier(string? text)
    {
        if (text is null)
            return null;
        if (Names is not null && Names.Tiers.TryGetValue(text, out var mapped))
            return mapped;
        if (HistoryTier.TryRead(text, out var tier))
            return tier;
        Problems.AddValue("tier", text, "write 0 to 3");
        return null;
    }

    private bool? Flag(string what, string? text)
    {
        if (text is null)
            return null;
        if (HistoryFlag.TryRead(text, out var flag))
            return flag;
        Problems.AddValue(what, text, "write yes or no");
        return null;
    }
}
