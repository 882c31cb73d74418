using System.Globalization;
using AutoResolve.Privacy;

namespace AutoResolve.Insights.History;

/// <summary>Reads past issues, one after the other, from JSON lines or CSV. Personal data are masked as they are read.</summary>
internal sealed class HistoryFile(string path, HistoryColumns columns, KeyValuePair<string, string>? where = null)
{
    /// <summary>Longer texts are cut; what decides stands at their beginning.</summary>
    private const int LongestText = 4_000;
    private const int MostNames = 30;
    private const int LongestName = 40;
    private const int MostKnown = 1_000;
    private const double MostMinutes = 100_000;

    private readonly PersonalDataRedactor _redactor = new();
    private readonly SortedSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public string Path { get; } = path;

    /// <summary>The zone of dates that name none. Default: UTC.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether issues without a text are left out, and texts are read at all. Default: true.</summary>
    public bool NeedsText { get; init; } = true;

    /// <summary>The columns or keys that are there, so far as it has been read, in a line. A file that is no history has names of any length.</summary>
    public string NamesText => Text(_names);

    /// <summary>Those that say nothing of an issue, in a line; empty where all say something.</summary>
    public string UnusedText => Text(_names.Where(name => !columns.Knows(name)));

    /// <summary>Which of some things no column holds.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<string> wanted) => [.. wanted.Where(what => !columns.Of(what).Any(_names.Contains))];

    /// <summary>What could not be used, so far as it has been read.</summary>
    public HistoryProblems Problems { get; } = new();

    /// <exception cref="HistoryException">There is no text in it, or a named column is missing.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IEnumerable<PastIssue> Read()
    {
        var (read, used) = (0, 0);
        foreach (var (number, values) in new HistoryRecords(Path, Problems).Read())
        {
            read++;
            Know(values.Keys);
            if (where is { } wanted && !(values.TryGetValue(wanted.Key, out var has) && has.Equals(wanted.Value, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (Issue(number, values) is not { } issue)
                continue;
            used++;
            yield return issue;
        }

        if (columns.Given.FirstOrDefault(pair => !_names.Contains(pair.Value)) is { Key: not null } missing && read > 0)
            throw new HistoryException($"{Path} has no column '{missing.Value}' for {missing.Key}. It has {NamesText}.");
        if (used == 0)
        {
            throw new HistoryException(read == 0
                ? $"{Path} holds no issues{(Problems.Unread > 0 ? ": none of its records could be read, so it is neither JSON lines nor CSV with a header line" : "")}."
                : $"No record of {Path} has a text{(where is null ? "" : " and fits")}. Say which column holds it with --column text=NAME; it has {NamesText}.");
        }
    }

    private static string Text(IEnumerable<string> names)
    {
        var first = names.Take(MostNames + 1).Select(name => name.Length <= LongestName ? name : name[..LongestName] + "…").ToList();
        return string.Join(", ", first.Take(MostNames)) + (first.Count > MostNames ? ", …" : "");
    }

    // JSON lines may each have keys of their own.
    private void Know(IEnumerable<string> names)
    {
        if (_names.Count < MostKnown)
            _names.UnionWith(names);
    }

    private PastIssue? Issue(int number, Dictionary<string, string> values)
    {
        var text = NeedsText ? Find(values, "text") : "";
        if (text is null)
        {
            Problems.AddUnread(number, "it has no text");
            return null;
        }

        var escalated = Find(values, "escalated");
        return new PastIssue
        {
            Number = number,
            Text = Clean(text),
            Label = Find(values, "label"),
            Date = Date(number, Find(values, "date")),
            Team = Find(values, "team"),
            Tier = Tier(number, Find(values, "tier")),
            Minutes = Minutes(number, Find(values, "minutes")),
            Answer = NeedsText && Find(values, "answer") is { } answer ? Clean(answer) : null,
            Reopened = Flag(number, "reopened", Find(values, "reopened")),
            Escalated = Flag(number, "escalated", escalated),
            HasEmptyEscalated = escalated is null,
            Channel = Find(values, "channel"),
            Product = Find(values, "product"),
            Locale = Find(values, "locale"),
        };
    }

    private string? Find(Dictionary<string, string> values, string what)
    {
        foreach (var column in columns.Of(what))
        {
            if (values.TryGetValue(column, out var value) && !string.IsNullOrWhiteSpace(value))
                return value.Trim();
        }

        return null;
    }

    private string Clean(string text) => _redactor.Redact(text.Length > LongestText ? text[..LongestText] : text);

    private DateTimeOffset? Date(int number, string? text)
    {
        if (text is null)
            return null;
        if (HistoryDate.TryRead(text, Zone, out var date))
            return date;
        if (HistoryDate.LooksDayFirst(text))
            Problems.DayFirst ??= number;
        Problems.Add(number, "its date could not be read, so it counts as undated");
        return null;
    }

    private double? Number(int number, string what, string? text)
    {
        if (text is null)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        Problems.Add(number, $"its {what} is no number");
        return null;
    }

    private double? Minutes(int number, string? text)
    {
        if (Number(number, "minutes", text) is not { } minutes)
            return null;
        if (minutes is >= 0 and <= MostMinutes)
            return minutes;
        Problems.Add(number, "its minutes cannot be");
        return null;
    }

    private int? Tier(int number, string? text)
    {
        if (Number(number, "tier", text) is not { } tier)
            return null;
        if (tier is 0 or 1 or 2 or 3)
            return (int)tier;
        Problems.Add(number, "its tier is none of 0 to 3");
        return null;
    }

    private bool? Flag(int number, string what, string? text)
    {
        switch (text?.ToUpperInvariant())
        {
            case "TRUE" or "YES" or "Y" or "1":
                return true;
            case "FALSE" or "NO" or "N" or "0":
                return false;
            case null:
                return null;
            default:
                Problems.Add(number, $"its {what} is neither yes nor no");
                return null;
        }
    }
}
