using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;

namespace AutoResolve.Operators.Comparisons;

/// <summary><c>atLeast</c>, or <c>atMost</c> where not <paramref name="AtLeast"/>.</summary>
internal sealed record NumberTest(bool AtLeast, decimal Value, SourceLocation Location) : ValueComparison(Location);

/// <summary><c>atLeast</c> and <c>atMost</c>.</summary>
internal sealed class NumberComparisons : Comparison<NumberTest>
{
    public override IReadOnlyList<string> Keys { get; } = ["atLeast", "atMost"];

    public override ValueComparison? Read(JsonProperty property, ObjectReader reader, ConditionReader conditions) =>
        conditions.Values.Number(property.Value) is { } number
            ? new NumberTest(property.Key == "atLeast", number, property.Location)
            : null;

    protected override ValueTest? Compile(NumberTest comparison, ConditionCompiler conditions) =>
        new NumberValueTest(comparison.AtLeast, comparison.Value, conditions.Shorten(comparison.Location));
}
