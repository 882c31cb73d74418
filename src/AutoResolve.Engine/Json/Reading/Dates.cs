using System.Globalization;

namespace AutoResolve.Json.Reading;

/// <summary>Days and times as rule files write them: ISO 8601.</summary>
internal static class Dates
{
    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd HH:mm:ssK",
    ];

    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>A time that says how far from UTC it is.</summary>
    public static bool TryMoment(string text, out DateTimeOffset time) =>
        TryTime(text, out time)
        && DateTime.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var given)
        && given.Kind != DateTimeKind.Unspecified;

    /// <summary>A time; in UTC where it does not say.</summary>
    public static bool TryTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
