using System.Runtime.CompilerServices;
using AutoResolve.Privacy;

namespace AutoResolve.Intake.History;

/// <summary>
/// Past issues in a file of JSON lines or CSV, read one after the other. Personal data are masked as they are read. What is said of it,
/// such as its problems, is true of what has been read.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="columns">Which column or key holds what. Default: their usual names.</param>
/// <param name="where">A column and the value that it must have for an issue to be read. Default: all are read.</param>
public sealed class HistoryFile(string path, HistoryColumns? columns = null, KeyValuePair<string, string>? where = null)
{
    /// <summary>What a date may look like, in words.</summary>
    public const string KnownDates = HistoryDate.Known;

    // Longer texts are cut; what matters is at their beginning.
    private const int MaxTextLength = 4_000;
    private const int MaxNames = 30;
    private const int MaxNameLength = 40;
    private const int MaxKnown = 1_000;

    private readonly HistoryColumns _columns = columns ?? new HistoryColumns();
    private readonly SortedSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private DateOrder? _order;

    /// <summary>The file.</summary>
    public string Path { get; } = path ?? throw new ArgumentNullException(nameof(path));

    /// <summary>Masks its texts. Default: by the forms of personal data that are the same everywhere.</summary>
    public IRedactor Redactor { get; init; } = new PersonalDataRedactor();

    /// <summary>The zone of dates that name none. Default: UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether issues without a text are left out, and texts are read at all. Default: true.</summary>
    public bool NeedsText { get; init; } = true;

    /// <summary>Whether texts are read where they are there, also where they need not be.</summary>
    public bool ReadsText { get; init; }

    /// <summary>What rules call its types, teams and tiers. Default: the same.</summary>
    public HistoryNames? Names { get; init; }

    /// <summary>Whether ambiguous dates have the day first. Default: the month.</summary>
    public bool IsDayFirst { get; init; }

    /// <summary>What the dates show of it, so far as it has been read.</summary>
    public DateOrder Order => _order ??= new DateOrder(IsDayFirst);

    /// <summary>
    /// The columns or keys that are there, so far as it has been read, in a line. A file that is no history has names of any length.
    /// </summary>
    public string NamesText => Text(_names);

    /// <summary>Those that say nothing of an issue, in a line; empty where all say something.</summary>
    public string UnusedText => Text(_names.Where(name => !_columns.Knows(name)));

    /// <summary>Which of some things no column holds.</summary>
    /// <param name="wanted">What the columns may hold, as <see cref="HistoryColumns"/> calls it.</param>
    public IReadOnlyList<string> Missing(IEnumerable<string> wanted) => [.. wanted.Where(what => !_columns.Of(what).Any(_names.Contains))];

    /// <summary>What could not be used, so far as it has been read.</summary>
    public HistoryProblems Problems { get; } = new();

    /// <summary>Reads the issues, in order. Once.</summary>
    /// <exception cref="HistoryException">There is no text in it, or a named column is missing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<PastIssue> Read()
    {
        var (read, used) = (0, 0);
        foreach (var (number, values) in new HistoryRecords(Path, Problems).Read())
        {
            read++;
            Know(values.Keys);
            if (
                where is { } wanted
                && !(values.TryGetValue(wanted.Key, out var has) && has.Equals(wanted.Value, StringComparison.OrdinalIgnoreCase))
            )
                continue;
            if (Issue(number, values) is not { } issue)
                continue;
            used++;
            yield return issue;
        }

        if (_columns.Given.FirstOrDefault(pair => !_names.Contains(pair.Value)) is { Key: not null } missing && read > 0)
            throw new HistoryException($"{Path} has no column '{missing.Value}' for {missing.Key}. It has {NamesText}.");
        if (read == 0)
        {
            var why =
                Problems.Unread > 0 ? ": none of its records could be read, so it is neither JSON lines nor CSV with a header line" : "";
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

    // JSON lines may each have keys of their own.
    private void Know(IEnumerable<string> names)
    {
        if (_names.Count < MaxKnown)
            _names.UnionWith(names.Where(name => !VisibleText.IsBlank(name)));
    }

    private PastIssue? Issue(int number, Dictionary<string, string> values)
    {
        var text = NeedsText || ReadsText ? Find(values, "text") : "";
        if (text is null && NeedsText)
        {
            Problems.AddUnread(number, "it has no text");
            return null;
        }

        var escalated = Find(values, "escalated");
        return new PastIssue
        {
            Number = number,
            Text = Clean(text ?? ""),
            Label = Names is null ? Label(values) : Names.TypeOf(Label(values)),
            Date = Date(number, Find(values, "date")),
            Team = Names is null ? Find(values, "team") : Names.TeamOf(Find(values, "team")),
            Tier = Tier(Find(values, "tier")),
            Minutes = Minutes(values),
            Answer = NeedsText && Find(values, "answer") is { } answer ? Clean(answer) : null,
            Reopened = Flag("reopened", Find(values, "reopened")),
            Escalated = Flag("escalated", escalated),
            HasEmptyEscalated = escalated is null,
            Channel = Find(values, "channel"),
            Product = Find(values, "product"),
            Center = Find(values, "center"),
            Locale = Find(values, "locale"),
        };
    }

    private string? Find(Dictionary<string, string> values, string what)
    {
        foreach (var column in _columns.Of(what))
        {
            if (values.TryGetValue(column, out var value) && !VisibleText.IsBlank(value))
                return value.Trim();
        }

        return null;
    }

    private string Clean(string text) => Redactor.Redact(text.Length > MaxTextLength ? text[..MaxTextLength] : text);

    private DateTimeOffset? Date(int number, string? text)
    {
        if (text is null)
            return null;
        Order.See(number, text);
        if (HistoryDate.TryRead(text, Zone, IsDayFirst, out var date))
            return date;
        Problems.AddValue(
            "date",
            text,
            !IsDayFirst && HistoryDate.TryRead(text, Zone, isDayFirst: true, out _)
                ? "write 2026-10-31, or say --day-first if the day is first"
                : "write 2026-10-31"
        );
        return null;
    }

    private string? Label(Dictionary<string, string> values) => Find(values, NeedsText ? "label" : "type");

    private double? Minutes(Dictionary<string, string> values)
    {
        var column = _columns.Of("minutes").FirstOrDefault(name => values.TryGetValue(name, out var value) && !VisibleText.IsBlank(value));
        if (column is null)
            return null;
        var (text, unit) = (values[column].Trim(), _columns.UnitOf(column));
        if (HistoryMinutes.TryRead(text, unit, out var minutes))
            return minutes;
        var isNumber = HistoryNumber.TryRead(text, out _);
        Problems.AddValue("minutes", text, Advice(column, unit, isNumber));
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
