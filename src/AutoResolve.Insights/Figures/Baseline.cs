using System.Globalization;
using AutoResolve.Insights.Figures.Counting;
using AutoResolve.Insights.Figures.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Figures;

/// <summary>The figures of a time before, kept so that later ones can be compared with them.</summary>
public sealed record Baseline
{
    /// <summary>The most characters that the text of a baseline may have.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const double Most = 1e12;

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { MaxDepth = 16 });

    internal Baseline(
        DateTimeOffset from,
        DateTimeOffset to,
        string zone,
        int grace,
        FigureFilter filter,
        IReadOnlyList<FigureCell> cells
    ) => (From, To, Zone, Grace, Filter, Cells) = (from, to, zone, grace, filter, cells);

    /// <summary>The first instant.</summary>
    public DateTimeOffset From { get; internal init; }

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset To { get; internal init; }

    /// <summary>The reporting zone.</summary>
    public string Zone { get; internal init; }

    /// <summary>The days of grace.</summary>
    public int Grace { get; internal init; }

    /// <summary>Which issues were counted.</summary>
    public FigureFilter Filter { get; internal init; }

    /// <summary>The counts.</summary>
    internal IReadOnlyList<FigureCell> Cells { get; init; }

    /// <summary>How many issues were counted.</summary>
    public long Issues => Cells.Sum(cell => cell.Counts.Issues);

    /// <summary>Until when is known what became of its issues.</summary>
    public DateTimeOffset KnownAt { get; internal init; } = DateTimeOffset.MaxValue;

    /// <summary>Whether rules decided any of its issues; those of a history people dealt with.</summary>
    public bool HasDecisions => Whole.Any(cell => cell.Counts.Decided > 0);

    /// <inheritdoc cref="ReopenWindow.IsSettled"/>
    internal bool IsSettled => !HasDecisions || ReopenWindow.IsSettled(To, Grace, KnownAt);

    /// <summary>Whether it was known of all its answers whether they stand when it was frozen.</summary>
    public bool IsFinal => !HasDecisions || ReopenWindow.IsFinal(To, Grace, KnownAt, Cells);

    /// <summary>What became of its cases; empty where it does not say, as of a history.</summary>
    internal IReadOnlyList<CaseCell> Cases { get; init; } = [];

    /// <summary>Whether its tiers are those of rules: somebody has said which is which.</summary>
    internal bool MapsTiers { get; init; }

    /// <summary>What the desk wants to reach.</summary>
    public FigureGoals Goals { get; internal init; } = new();

    /// <summary>How many days it spans.</summary>
    public double Length => (To - From).TotalDays;

    /// <summary>Its zone; UTC where this machine does not know it.</summary>
    internal TimeZoneInfo TimeZone => TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Its counts, whatever a filter has left of them.</summary>
    internal IReadOnlyList<FigureCell> Whole => Unfiltered ?? Cells;

    private IReadOnlyList<FigureCell>? Unfiltered { get; init; }

    internal Baseline Where(FigureFilter filter) =>
        this with
        {
            Unfiltered = Whole,
            Filter = filter,
            Cells = FigureSet.Where(Cells, filter),
            Cases = [.. Cases.Where(cell => filter.Takes(cell.Key))],
        };

    /// <summary>Counts the issues of a past period, for later reports to compare with.</summary>
    /// <param name="source">Where the issues are.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="options">Which issues count, and how; its baseline and its minutes are not used. Default: all.</param>
    /// <param name="timeProvider">The clock. Default: that of the system.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A report whose JSON, as <see cref="Report.WriteJsonAsync"/> writes it, is the baseline.</returns>
    /// <exception cref="ArgumentException">The days are no period, or not over.</exception>
    /// <exception cref="FigureException">There is nothing to compare with, or more than a baseline can hold.</exception>
    /// <exception cref="Intake.History.HistoryException">Nothing in the history can be used.</exception>
    /// <exception cref="Journaling.JournalException">The journal cannot be read.</exception>
    /// <exception cref="IOException">The history cannot be read.</exception>
    public static Task<Report> FreezeAsync(
        FigureSource source,
        DateOnly first,
        DateOnly last,
        ReportOptions? options = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        return BaselineFreeze.RunAsync(
            source,
            first,
            last,
            (options ?? new ReportOptions()).Checked(),
            timeProvider ?? TimeProvider.System,
            cancellationToken
        );
    }

    /// <summary>The same issues that a report counts, in its words.</summary>
    /// <exception cref="ArgumentException">It counts otherwise, or other issues.</exception>
    /// <exception cref="FigureException">It has nothing to compare with.</exception>
    internal Baseline For(ReportOptions options)
    {
        var filter = options.Filter;
        var baseline = options.Map is { } map && !HasDecisions ? map.Of(this) : this;
        if (Grace != options.Grace)
            throw new ArgumentException(
                $"The baseline counts an answer as good after {Grace} {(Grace == 1 ? "day" : "days")}, this report "
                    + $"after {options.Grace}. Give --grace {Grace}, or freeze the baseline again."
            );
        if (!Filter.Includes(filter))
            throw new ArgumentException(
                $"The baseline has only issues of "
                    + $"{string.Join(", ", Filter.Set.Select(entry => $"{entry.Name} '{SafeText.Start(entry.Value, 40)}'"))}. "
                    + $"Give the same filters, or freeze the baseline without them."
            );
        foreach (var (dimension, value) in filter.Set.Select(entry => (Dimension.All[entry.Name], entry.Value)))
        {
            if (!dimension.IsKnownIn(baseline.Cells))
                throw new FigureException(
                    $"The baseline names no {dimension.Plural}, so it has nothing of "
                        + $"{dimension.Heading.ToLowerInvariant()} '{SafeText.Start(value, 40)}' to compare with. "
                        + $"Leave the filter out, or --baseline."
                );
        }

        return baseline.Where(filter);
    }

    /// <summary>Reads what <see cref="Report.WriteJsonAsync"/> writes: of a baseline or of any other report.</summary>
    /// <param name="text">The JSON.</param>
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
