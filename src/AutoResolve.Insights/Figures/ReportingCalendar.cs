using System.Globalization;

namespace AutoResolve.Insights.Figures;

/// <summary>The period of a report, and the parts by which its issues are counted: each of its days, and the months before it.</summary>
internal sealed class ReportingCalendar
{
    public const int FirstYear = 1900;
    public const int LastYear = 2200;
    private const int EarlierMonths = 12;

    private ReportingCalendar(TimeZoneInfo zone, ReportingPeriod period, IReadOnlyList<DateOnly> months, IReadOnlyList<DateOnly> days)
    {
        Zone = zone;
        Period = period;
        Months = months;
        Days = days;
        Starts = [.. months.Concat(days).Select(day => ReportingPeriod.Of(day, day.AddDays(1), zone).From)];
    }

    public TimeZoneInfo Zone { get; }

    public ReportingPeriod Period { get; }

    /// <summary>The first days of the months before the period.</summary>
    public IReadOnlyList<DateOnly> Months { get; }

    /// <summary>The days of the period; only the first where days are not distinguished.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    /// <summary>The first instant of each part: the months before, then the days.</summary>
    public IReadOnlyList<DateTimeOffset> Starts { get; }

    public double Length => (Period.To - Period.From).TotalDays;

    /// <param name="month">Year and month: <c>2026-10</c>.</param>
    /// <param name="zone">The reporting zone.</param>
    /// <returns>Null where the text is no month of these years.</returns>
    public static ReportingCalendar? OfMonth(string month, TimeZoneInfo zone)
    {
        if (
            !DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            || first.Year is < FirstYear or > LastYear
        )
            return null;
        var after = first.AddMonths(1);
        return new ReportingCalendar(
            zone,
            ReportingPeriod.Of(first, after, zone),
            [.. Enumerable.Range(-EarlierMonths, EarlierMonths).Select(first.AddMonths)],
            [.. Enumerable.Range(0, after.DayNumber - first.DayNumber).Select(first.AddDays)]
        );
    }

    /// <summary>A period that is counted only as a whole.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="after">The day after the last.</param>
    /// <param name="zone">The reporting zone.</param>
    public static ReportingCalendar OfPeriod(DateOnly first, DateOnly after, TimeZoneInfo zone) =>
        new(zone, ReportingPeriod.Of(first, after, zone), [], [first]);

    /// <returns>The part in which an instant lies; null where it lies in none.</returns>
    public int? PartOf(DateTimeOffset time)
    {
        if (time < Starts[0] || time >= Period.To)
            return null;
        var (low, high) = (0, Starts.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Starts[middle] <= time ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    public bool IsOfPeriod(int part) => part >= Months.Count;
}
