using System.Globalization;

namespace AutoResolve.Shared.Dates;

/// <summary>Dates as ticket systems, spreadsheets and programs write them.</summary>
internal static class DateReader
{
    private const int DaysBeforeExcel = 25_569;

    private static readonly string[] Fast =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd",
    ];

    /// <param name="text">The date.</param>
    /// <param name="zone">The zone of dates that name none.</param>
    /// <param name="isDayFirst">Says whether the day is first where the date can be read both ways; null where nobody knows.</param>
    /// <param name="date">What it is.</param>
    public static bool TryRead(string text, TimeZoneInfo zone, Func<bool?> isDayFirst, out DateTimeOffset date) =>
        TryReadNumber(text.Trim(), zone, out date) || TryReadWritten(text, zone, isDayFirst, out date);

    /// <summary>The same, but for numbers that count from a day on: of these nothing shows that they are dates.</summary>
    public static bool TryReadWritten(string text, TimeZoneInfo zone, Func<bool?> isDayFirst, out DateTimeOffset date)
    {
        date = default;
        text = text.Trim();
        if (
            DateTime.TryParseExact(text, Fast, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var usual)
            && usual.Kind == DateTimeKind.Unspecified
        )
        {
            date = OfZone(usual, zone);
            return true;
        }

        if (DateScan.Of(text) is not { } scan || Day(scan, isDayFirst) is not { } day)
            return false;
        var local = day.ToDateTime(TimeOnly.MinValue);
        if (day == DateOnly.MaxValue && scan.Time.TotalDays >= 1)
            return false;
        local += scan.Time;
        if (scan.Offset is not { } offset)
        {
            date = OfZone(local, zone);
            return true;
        }

        if (local.Ticks - offset.Ticks < DateTime.MinValue.Ticks || local.Ticks - offset.Ticks > DateTime.MaxValue.Ticks)
            return false;
        date = new DateTimeOffset(local, offset);
        return true;
    }

    /// <summary>Whether a date can be read with the day or with the month first.</summary>
    public static bool IsAmbiguous(string text) =>
        Numbers(text) is (>= 1 and <= 12, >= 1 and <= 12) numbers && numbers.Item1 != numbers.Item2;

    /// <summary>The first two numbers of a date that has the day and the month as numbers with marks between; null of any other.</summary>
    public static (int First, int Second)? Numbers(string text) =>
        DateScan.Of(text.Trim()) is { Month: null, Numbers: [{ Digits: <= 2 } first, { Before: '/' or '-', Digits: <= 2 } second, _] }
            ? (first.Value, second.Value)
            : null;

    private static DateOnly? Day(DateScan scan, Func<bool?> isDayFirst) =>
        (scan.Month, scan.Numbers) switch
        {
            ({ } month, [{ Digits: 4 } year, { Digits: <= 2 } day]) => Day(year.Value, month, day.Value),
            ({ } month, [{ Digits: <= 2 } day, { Digits: 4 or 2 } year]) => Day(Year(year), month, day.Value),
            (null, [{ Digits: 8 } all]) => Day(all.Value / 10_000, all.Value / 100 % 100, all.Value % 100),
            (null, [{ Digits: 4 } year, { Digits: <= 2 } month, { Digits: <= 2 } day])
                when month.Before == day.Before && month.Before != ' ' => Day(year.Value, month.Value, day.Value),
            (null, [{ Digits: <= 2 } first, { Digits: <= 2 } second, { Digits: 4 or 2 } year])
                when second.Before == year.Before && second.Before != ' ' => Day(
                Year(year),
                first.Value,
                second.Value,
                second.Before,
                isDayFirst
            ),
            _ => null,
        };

    private static DateOnly? Day(int year, int first, int second, char mark, Func<bool?> isDayFirst)
    {
        if (mark == '.' || first == second || first > 12)
            return Day(year, second, first);
        if (second > 12)
            return Day(year, first, second);
        return isDayFirst() switch
        {
            true => Day(year, second, first),
            false => Day(year, first, second),
            null => null,
        };
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Year((int Value, int Digits, char Before) year) =>
        year.Digits == 4 ? year.Value : CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(year.Value);

    // Seconds or thousandths since 1970, days of Excel since 1900, and all numbers of a day and a time in one.
    private static bool TryReadNumber(string text, TimeZoneInfo zone, out DateTimeOffset date)
    {
        date = default;
        if (text.StartsWith("/Date(", StringComparison.Ordinal) && text.EndsWith(")/", StringComparison.Ordinal))
            text = text[6..^2].Split('+')[0];
        if (text.Length is 12 or 14 && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            string[] forms = ["yyyyMMddHHmmss", "yyyyMMddHHmm"];
            if (!DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
                return false;
            date = OfZone(local, zone);
            return true;
        }

        if (!decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        switch (number)
        {
            case >= 20_000 and < 80_000:
                var day = DateTime.UnixEpoch.AddDays((double)Math.Round(number - DaysBeforeExcel, 7));
                date = OfZone(
                    new DateTime((day.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond),
                    zone
                );
                return true;
            case >= 100_000_000 and < 10_000_000_000:
                date = DateTimeOffset.UnixEpoch.AddTicks((long)(number * TimeSpan.TicksPerSecond));
                return true;
            case >= 100_000_000_000 and < 10_000_000_000_000:
                date = DateTimeOffset.UnixEpoch.AddTicks((long)(number * TimeSpan.TicksPerMillisecond));
                return true;
            default:
                return false;
        }
    }

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
