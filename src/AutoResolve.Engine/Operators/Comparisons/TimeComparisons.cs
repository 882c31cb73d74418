using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;

namespace AutoResolve.Operators.Comparisons;

/// <summary>
/// <c>before</c>, or <c>after</c> where not <paramref name="Before"/>. A day means its first moment for before and its last for after,
/// in UTC.
/// </summary>
internal sealed record TimeTest(bool Before, DateTimeOffset Value, SourceLocation Location) : ValueComparison(Location);

/// <summary><c>before</c> and <c>after</c>.</summary>
internal sealed class TimeComparisons : Comparison<TimeTest>
{
    public override IReadOnlyList<string> Keys { get; } = ["before", "after"];

    public override ValueComparison? Read(JsonProperty property, ObjectReader reader, ConditionReader conditions)
    {
        if (conditions.Values.Text(property.Value) is not { } text)
            return null;
        var before = property.Key == "before";
        if (Dates.TryDay(text.Value, out var day))
            return new TimeTest(
                before,
                new DateTimeOffset(day, before ? TimeOnly.MinValue : TimeOnly.MaxValue, TimeSpan.Zero),
                property.Location
            );
        if (Dates.TryTime(text.Value, out var time))
            return new TimeTest(before, time, property.Location);
        conditions.Problems.Add(
            property.Value,
            ReadingCodes.BadDate,
            $"'{property.Key}' must be a day such as \"2026-11-01\" or a time such as \"2026-11-01T14:30Z\"; "
                + $"found {JsonQuote.Short(text.Value)}."
        );
        return null;
    }

    protected override ValueTest? Compile(TimeTest comparison, ConditionCompiler conditions) =>
        new TimeValueTest(comparison.Before, comparison.Value, conditions.Shorten(comparison.Location));
}
