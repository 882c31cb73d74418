using System.Buffers;
using System.Globalization;

namespace AutoResolve.Intake.History;

/// <summary>
/// Times as histories write them: numbers of a unit, with or without the word, and hours, minutes and seconds with colons.
/// </summary>
internal static class HistoryMinutes
{
    private const double Most = 100_000;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,");

    // What is a time since then is written as a moment by ServiceNow.
    private const string Epoch = "1970-01-";

    /// <param name="text">The value.</param>
    /// <param name="unit">The unit of numbers without a word; null where nobody knows, so that they are not read.</param>
    /// <param name="minutes">The minutes.</param>
    public static bool TryRead(string text, HistoryUnit? unit, out double minutes)
    {
        minutes = -1;
        if (text.Contains(':', StringComparison.Ordinal))
            return TryReadClock(text, out minutes) && IsPossible(minutes);
        if (text.StartsWith('P') && TryReadPeriod(text, out minutes))
            return IsPossible(minutes);
        if (unit == HistoryUnit.Seconds)
            text = WithoutThousands(text);
        if (HistoryNumber.TryRead(text, out var number))
            minutes = unit is null ? -1 : number / unit.PerMinute;
        else if (!TryReadWords(text, out minutes))
            return false;
        return IsPossible(minutes);
    }

    private static bool IsPossible(double minutes) => minutes is >= 0 and <= Most;

    // 1:05:00, 1 02:03:04, 1.02:03:04 and 1970-01-02 02:03:04. What has one colon may be hours or minutes.
    private static bool TryReadClock(string text, out double minutes)
    {
        minutes = -1;
        var parts = text.Split(' ', 2);
        var days = 0;
        if (parts.Length == 2 && parts[0].StartsWith(Epoch, StringComparison.Ordinal))
            days = int.TryParse(parts[0].AsSpan(Epoch.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day - 1 : -1;
        else if (parts.Length == 2 && !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out days))
            return false;
        var clock = parts[^1].Split(':');
        if (clock.Length != 3 || days < 0)
            return false;
        var dot = clock[0].IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && int.TryParse(clock[0].AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var whole))
            (days, clock[0]) = (days + whole, clock[0][(dot + 1)..]);
        if (
            !int.TryParse(clock[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(clock[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ofHour)
            || ofHour > 59
            || !double.TryParse(clock[2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            || seconds >= 60
        )
            return false;
        minutes = (((days * 24.0) + hours) * 60) + ofHour + (seconds / 60);
        return true;
    }

    // PT55M, as ISO 8601 and Java write it; months and years have no length.
    private static bool TryReadPeriod(string text, out double minutes)
    {
        minutes = -1;
        try
        {
            minutes = System.Xml.XmlConvert.ToTimeSpan(text).TotalMinutes;
            return !text.Split('T')[0].AsSpan().ContainsAny('Y', 'M');
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    // Nobody writes thousandths of a second of people's time: 10,480 seconds are three hours.
    private static string WithoutThousands(string text)
    {
        var groups = text.Split(',');
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3)
            ? string.Concat(groups)
            : text;
    }

    // 25 min, 2h, 1 Hour 5 Minutes, 1 hour and 5 minutes.
    private static bool TryReadWords(string text, out double minutes)
    {
        minutes = 0;
        var rest = text.AsSpan().TrimEnd('.').Trim();
        if (rest.Length == 0)
            return false;
        while (rest.Length > 0)
        {
            var number = rest[..Math.Max(0, rest.IndexOfAnyExcept(OfNumbers))];
            rest = rest[number.Length..].TrimStart();
            var letter = 0;
            while (letter < rest.Length && char.IsLetter(rest[letter]))
                letter++;
            if (!HistoryNumber.TryRead(number.ToString(), out var value) || HistoryUnit.OfWord(rest[..letter].ToString()) is not { } unit)
                return false;
            minutes += value / unit.PerMinute;
            rest = rest[letter..].TrimStart(" ,.");
            if (rest.StartsWith("and ", StringComparison.OrdinalIgnoreCase))
                rest = rest["and ".Length..].TrimStart();
        }

        return true;
    }
}
