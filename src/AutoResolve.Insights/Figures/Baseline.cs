using System.Globalization;
using AutoResolve.Insights.Figures.Counting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Figures;

/// <summary>The figures of a time before, kept so that later ones can be compared with them.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Zone">The reporting zone.</param>
/// <param name="Grace">The days of grace.</param>
/// <param name="Filter">Which issues were counted.</param>
/// <param name="Cells">The counts.</param>
internal sealed record Baseline(
    DateTimeOffset From,
    DateTimeOffset To,
    string Zone,
    int Grace,
    FigureFilter Filter,
    IReadOnlyList<FigureCell> Cells
)
{
    private const double Most = 1e12;

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { MaxDepth = 16 });

    /// <summary>Until when is known what became of its issues.</summary>
    public DateTimeOffset KnownAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Whether rules decided any of its issues; those of a history people dealt with.</summary>
    public bool HasDecisions => Whole.Any(cell => cell.Counts.Decided > 0);

    /// <inheritdoc cref="ReopenWindow.IsSettled"/>
    public bool IsSettled => !HasDecisions || ReopenWindow.IsSettled(To, Grace, KnownAt);

    /// <inheritdoc cref="ReopenWindow.IsFinal"/>
    public bool IsFinal => !HasDecisions || ReopenWindow.IsFinal(To, Grace, KnownAt, Cells);

    /// <summary>What became of its cases; empty where it does not say, as of a history.</summary>
    public IReadOnlyList<CaseCell> Cases { get; init; } = [];

    /// <summary>Whether its tiers are those of rules: somebody has said which is which.</summary>
    public bool MapsTiers { get; init; }

    /// <summary>What the desk wants to reach.</summary>
    public FigureGoals Goals { get; init; } = new();

    /// <summary>How many days it spans.</summary>
    public double Length => (To - From).TotalDays;

    /// <summary>Its zone; UTC where this machine does not know it.</summary>
    public TimeZoneInfo TimeZone => TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Its counts, whatever a filter has left of them.</summary>
    public IReadOnlyList<FigureCell> Whole => Unfiltered ?? Cells;

    private IReadOnlyList<FigureCell>? Unfiltered { get; init; }

    public Baseline Where(FigureFilter filter) =>
        this with
        {
            Unfiltered = Whole,
            Filter = filter,
            Cells = FigureSet.Where(Cells, filter),
            Cases = [.. Cases.Where(cell => filter.Takes(cell.Key))],
        };

    /// <summary>Reads what <see cref="Reporting.JsonReport"/> writes: of a baseline or of any other report.</summary>
    /// <returns>Null where the text is no baseline.</returns>
    public static Baseline? Read(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 16 };
            var document = JObject.Load(reader);
            if (
                document["cells"] is not JArray cells
                || document["zone"] is not JValue { Value: string zone }
                || document["grace"] is not JValue { Value: long grace and >= 1 and <= 365 }
            )
                return null;
            var (from, to, knownSince, knownAt) = (
                Time(document["from"]),
                Time(document["to"]),
                Time(document["knownSince"]),
                Time(document["knownAt"])
            );

            // The days that were known: not those before a journal began, nor those of a month that was not over.
            if (knownSince > from)
                from = knownSince;
            if (knownAt < to)
                to = knownAt;
            var names = new LabelSanitizer();
            var read = cells.Select(cell => Cell(cell, names)).ToList();
            var cases = (document["cases"] as JArray ?? []).Select(cell => Case(cell, names)).ToList();
            var goals = document["goals"]?.ToObject<FigureGoals>(Serializer) ?? new FigureGoals();
            return
                from is { } first
                && to is { } after
                && after > first
                && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
                && read.TrueForAll(cell => cell is not null && IsSound(cell.Counts))
                && cases.TrueForAll(cell => cell is { Cases: >= 0 and <= (long)Most })
                && goals is { Held: null or (>= 0 and <= 100), People: null or (>= 0 and <= 100) }
                ? new Baseline(
                    first,
                    after,
                    zone,
                    (int)grace,
                    (document["filter"]?.ToObject<FigureFilter>(Serializer) ?? new FigureFilter()).Named(names),
                    read!
                )
                {
                    KnownAt = knownAt ?? DateTimeOffset.MaxValue,
                    Cases = cases!,
                    Goals = goals,
                    MapsTiers = document["mapsTiers"] is JValue { Value: true },
                }
                : null;
        }
        catch (Exception exception)
            when (exception is JsonException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Time(JToken? token) =>
        token is JValue { Value: string text }
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? time
            : null;

    private static FigureCell? Cell(JToken cell, LabelSanitizer names) =>
        cell is JObject
        && cell.ToObject<FigureKey>(Serializer) is { Type: not null } key
        && cell.ToObject<FigureCounts>(Serializer) is { } counts
            ? new FigureCell(key.Named(names.OfType, names.Of), counts)
            : null;

    private static CaseCell? Case(JToken cell, LabelSanitizer names) =>
        cell is JObject
        && cell.ToObject<FigureKey>(Serializer) is { Type: not null } key
        && cell["end"] is JValue { Value: string end }
        && cell["cases"] is JValue { Value: long count }
        && Enum.TryParse<CaseResult>(end, ignoreCase: true, out var known)
        && Enum.IsDefined(known)
            ? new CaseCell(0, key.Named(names.OfType, names.Of), known, count, AskingCounts.None)
            : null;

    private static bool IsSound(FigureCounts counts)
    {
        double[] all =
        [
            counts.Issues,
            counts.Decided,
            counts.Confirmed,
            counts.Assumed,
            counts.Unseen,
            counts.Reopened,
            counts.Helpful,
            counts.Wrong,
            counts.Pending,
            counts.Followed,
            counts.Escalated,
            counts.Routed,
            counts.Asked,
            counts.Ignored,
            counts.Unfinished,
            counts.FirstContact,
            counts.WithinHour,
            counts.WithinDay,
            counts.Minutes,
            counts.Handled,
            counts.Timed,
            counts.HandlingMinutes,
        ];
        return Array.TrueForAll(all, count => count is >= 0 and <= Most)
            && counts.Decided <= counts.Issues
            && counts.Followed <= counts.Issues
            && counts.Handled <= counts.Issues
            && counts.Timed <= counts.Handled
            && counts.Answered + counts.Routed + counts.Asked + counts.Ignored + counts.Unfinished <= counts.Decided
            && counts.Escalated <= counts.Followed
            && counts.FirstContact <= counts.Resolved
            && counts.WithinHour <= counts.WithinDay
            && counts.WithinDay <= counts.Resolved
            && counts.Unseen <= counts.Assumed
            && counts.Helpful + counts.Wrong <= counts.Answered;
    }
}
