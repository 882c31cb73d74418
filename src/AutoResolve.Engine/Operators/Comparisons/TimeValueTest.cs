using System.Globalization;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Compares days and times, in UTC where they say nothing; what is neither compares false.</summary>
internal sealed class TimeValueTest(bool before, DateTimeOffset bound, string pointer) : ValueTest
{
    public override string Description => $"is {(before ? "before" : "after")} {Format(bound)}";

    public override LeafResult Test(TokenizedText value, ICollection<Evidence>? evidence)
    {
        if (Read(value.ToString().Trim()) is not { } time || (before ? time >= bound : time <= bound))
            return LeafResult.Fails;
        AddWhole(value, pointer, Format(bound), evidence);
        return LeafResult.Holds(1);
    }

    /// <summary>Reads only forms that name their day, and name it without doubt: a bare time would mean today, and 3/4 is March or
    /// April.</summary>
    public static DateTimeOffset? Read(string value)
    {
        if (Dates.TryDay(value, out var day))
            return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return Dates.TryTime(value, out var time) || DateReader.TryReadWritten(value, TimeZoneInfo.Utc, () => null, out time) ? time : null;
    }

    private static string Format(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
