using System.Globalization;

namespace AutoResolve.Json.Reading;

/// <summary>Lengths of time as rule files write them: a whole number and m, h or d.</summary>
internal static class Durations
{
    /// <returns>False where it is none, is zero, or is 1,000 days, 10,000 hours or 1,000,000 minutes or more.</returns>
    public static bool TryRead(string text, out TimeSpan duration)
    {
        duration = default;
        if (
            text.Length is < 2 or > 9
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0
        )
            return false;
        (var read, duration) = text[^1] switch
        {
            'm' => (number < 1_000_000, TimeSpan.FromMinutes(number)),
            'h' => (number < 10_000, TimeSpan.FromHours(number)),
            'd' => (number < 1_000, TimeSpan.FromDays(number)),
            _ => (false, default),
        };
        return read;
    }
}
