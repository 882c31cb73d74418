using System.Globalization;

namespace AutoResolve.Intake.History;

/// <summary>Dates as histories write them.</summary>
internal static class HistoryDate
{
    /// <summary>What a reader may write, in words.</summary>
    public const string Known =
        "2026-10-31, 2026-10-31 14:30, 10/31/2026, 10/31/26, 31.10.2026, 31-Oct-2026, Oct 31, 2026, and with "
        + "--day-first 31/10/2026, 31-10-2026 and 31.10.26";

    private static readonly string[] Usual =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd",
        "yyyyMMdd",
        .. WithTimes("yyyy/M/d"),
        "d.M.yyyy H:mm:ss",
        "d.M.yyyy H:mm",
        "d.M.yyyy",
        "d-MMM-yyyy",
        "MMM d, yyyy",
        "d MMM yyyy",
    ];

    private static readonly string[] MonthFirst = [.. Usual, .. WithTimes("M/d/yyyy"), .. WithTimes("M/d/yy")];

    private static readonly string[] DayFirst =
    [
        .. Usual,
        .. WithTimes("d/M/yyyy"),
        .. WithTimes("d-M-yyyy"),
        .. WithTimes("d/M/yy"),
        .. WithTimes("d-M-yy"),
        .. WithTimes("d.M.yy"),
    ];

    /// <param name="text">The date.</param>
    /// <param name="zone">The zone of dates that name none.</param>
    /// <param name="isDayFirst">Whether the day is first where nothing says so; else dates with slashes have the month first.</param>
    /// <param name="date">What it is.</param>
    public static bool TryRead(string text, TimeZoneInfo zone, bool isDayFirst, out DateTimeOffset date)
    {
        date = default;
        var forms = isDayFirst ? DayFirst : MonthFirst;
        if (
            !DateTime.TryParseExact(
                text,
                forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind | DateTimeStyles.AllowWhiteSpaces,
                out var local
            )
        )
            return false;
        if (local.Kind != DateTimeKind.Unspecified)
            return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out date);
        date = OfZone(local, zone);
        return true;
    }

    private static string[] WithTimes(string day) => [day, day + " H:mm", day + " H:mm:ss", day + " h:mm tt", day + " h:mm:ss tt"];

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
