using AutoResolve.Insights.Figures.Mapping;

namespace AutoResolve.Insights.Figures;

/// <summary>Which issues a report or a baseline counts, how, and what it compares them with.</summary>
public sealed record ReportOptions
{
    /// <summary>The first year that is counted.</summary>
    public const int FirstYear = ReportingCalendar.FirstYear;

    /// <summary>The last year that is counted.</summary>
    public const int LastYear = ReportingCalendar.LastYear;

    /// <summary>Which issues count. Default: all.</summary>
    public FigureFilter Filter { get; init; } = new();

    /// <summary>Days from 1 to 365 after which an answer counts as good if nothing more was heard. Default: 7.</summary>
    public int Grace { get; init; } = 7;

    /// <summary>The zone at whose midnight days and months begin. Default: that of the rules, else UTC.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>
    /// The rules, for known defects, causes, priorities and the time zone; they say too which of them would take each issue of a history.
    /// Default: those that a journal keeps; of a history none.
    /// </summary>
    public Rulebook? Rulebook { get; init; }

    /// <summary>What rules call the names of people in a history or its baseline. Default: the same.</summary>
    public FigureMap? Map { get; init; }

    /// <summary>What a report is compared with. Default: nothing.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Minutes of people's time that an issue of a tier, 0 to 3, takes. Default: the mean of what was measured.</summary>
    public IReadOnlyDictionary<int, double> Minutes { get; init; } = new Dictionary<int, double>();

    /// <summary>What the desk wants to reach, to be kept in a baseline. Default: no goals.</summary>
    public FigureGoals Goals { get; init; } = new();

    /// <summary>When a day begins, by the zone as far as it is known without a journal.</summary>
    /// <param name="day">The day.</param>
    public DateTimeOffset StartOf(DateOnly day) => ReportingPeriod.Of(day, day.AddDays(1), ZoneBy(Rulebook)).From;

    internal TimeZoneInfo ZoneBy(Rulebook? rulebook) => Zone ?? rulebook?.Desk?.TimeZone ?? TimeZoneInfo.Utc;

    internal ReportOptions Checked()
    {
        if (Grace is < 1 or > 365)
            throw new ArgumentException("The days of grace are from 1 to 365.");
        return this with { Filter = Filter.Named(new Counting.LabelSanitizer()) };
    }
}
