using System.Globalization;

namespace AutoResolve.Insights.History;

/// <summary>Dates as histories write them.</summary>
internal static class HistoryDate
{
    private static readonly string[] DateForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyyMMdd",
        "M/d/yyyy H:mm:ss", "M/d/yyyy H:mm", "M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt", "M/d/yyyy", "d.M.yyyy H:mm:ss", "d.M.yyyy H:mm", "d.M.yyyy", "d-MMM-yyyy", "MMM d, yyyy", "d MMM yyyy",
    ];

    /// <param name="text">The date.</param>
    /// <param name="zone">The zone of dates that name none.</param>
    /// <param name="date">What it is.</param>
    public static bool TryRead(string text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (!DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces, out var local))
            return false;
        if (local.Kind != DateTimeKind.Unspecified)
            return DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);
        date = OfZone(local, zone);
        return true;
    }

    /// <summary>Months are first where there are slashes; a thirteenth month says that they are not, and that what could be read was misread.</summary>
    public static bool LooksDayFirst(string text) =>
        text.Split('/') is [var day, var month, ..] && int.TryParse(day, CultureInfo.InvariantCulture, out var first) && int.TryParse(month, CultureInfo.InvariantCulture, out var second) && first is > 12 and <= 31 && second is >= 1 and <= 12;

    // A time that clocks skipped is that of an hour later; of a time that came twice, the first counts.
    private static DateTimeOffset OfZone(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);

        // The first and the last day of the calendar have no instant in every zone.
        return local.Year is > 1 and < 9999 ? new DateTimeOffset(local, offset) : new DateTimeOffset(local, TimeSpan.Zero);
    }
}
