using System.Globalization;

namespace AutoResolve.Cases;

/// <summary>The hours of a day, by its clock.</summary>
/// <param name="From">From when on it is open.</param>
/// <param name="To">From when on it is closed again; 24:00 at the latest.</param>
internal readonly record struct OpeningHours(TimeSpan From, TimeSpan To)
{
    /// <summary>A day on which nobody works.</summary>
    public static OpeningHours Closed => default;

    public bool IsOpen => To > From;

    /// <summary>Reads <c>09:00-17:00</c>; an empty text is closed.</summary>
    /// <returns>Null where it is neither.</returns>
    public static OpeningHours? TryRead(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Closed;
        return text.Split('-') is [var from, var to] && TryReadTime(from) is { } opens && TryReadTime(to) is { } closes && opens < closes
            ? new OpeningHours(opens, closes)
            : null;
    }

    private static TimeSpan? TryReadTime(string text)
    {
        text = text.Trim();
        if (text == "24:00")
            return TimeSpan.FromDays(1);
        return TimeSpan.TryParseExact(text, @"hh\:mm", CultureInfo.InvariantCulture, out var time) ? time : null;
    }
}
