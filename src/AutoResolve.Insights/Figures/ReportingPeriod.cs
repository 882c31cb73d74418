namespace AutoResolve.Insights.Figures;

/// <summary>Whole days of a time zone, as the instants between which they lie.</summary>
/// <param name="From">The first instant.</param>
/// <param name="To">The first instant after it.</param>
internal readonly record struct ReportingPeriod(DateTimeOffset From, DateTimeOffset To)
{
    /// <param name="first">The first day.</param>
    /// <param name="after">The day after the last.</param>
    /// <param name="zone">The reporting zone.</param>
    public static ReportingPeriod Of(DateOnly first, DateOnly after, TimeZoneInfo zone) =>
        new(Midnight(first, zone), Midnight(after, zone));

    /// <summary>The day in which an instant lies; of a day beyond the years of the calendar nothing but the instant.</summary>
    public static ReportingPeriod OfDay(DateTimeOffset time, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime);
        return day.Year is < ReportingCalendar.FirstYear or > ReportingCalendar.LastYear
            ? new ReportingPeriod(time, time)
            : Of(day, day.AddDays(1), zone);
    }

    // In some zones a day begins at one o'clock, when clocks go forward at midnight; where midnight comes twice, the first counts.
    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
