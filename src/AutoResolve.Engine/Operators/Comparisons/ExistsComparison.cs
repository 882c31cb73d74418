using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;

namespace AutoResolve.Operators.Comparisons;

/// <summary><c>exists</c>.</summary>
internal sealed record ExistsTest(bool Exists, SourceLocation Location) : ValueComparison(Location)
{
    public override bool AllowsNone => !Exists;

    public override bool IsAbsence => !Exists;
}

/// <summary><c>exists</c>.</summary>
internal sealed class ExistsComparison : Comparison<ExistsTest>
{
    public override IReadOnlyList<string> Keys { get; } = ["exists"];

    public override ValueComparison? Read(JsonProperty property, ObjectReader reader, ConditionReader conditions) =>
        conditions.Values.Boolean(property.Value) is { } exists ? new ExistsTest(exists, property.Location) : null;

    protected override ValueTest? Compile(ExistsTest comparison, ConditionCompiler conditions) =>
        new ExistsValueTest(conditions.Shorten(comparison.Location));
}
