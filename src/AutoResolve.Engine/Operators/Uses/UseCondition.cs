using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Operators.Points;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Uses;

/// <summary>A reference to a named condition.</summary>
internal sealed record UseCondition(Located<string> Name, SourceLocation Location) : Condition(Location)
{
    /// <summary>Other points that are needed, of a condition that counts points; null for its own.</summary>
    public Located<int>? Needed { get; init; }

    public override bool FollowsFrom(Condition given) =>
        given is UseCondition other && other.Name.Value == Name.Value && other.Needed?.Value == Needed?.Value;
}

/// <summary><c>use</c>.</summary>
internal sealed class UseOperator : Operator<UseCondition>
{
    public override ObjectSchema Schema { get; } = new("a 'use' condition", ["use", "needed"]);

    public override IReadOnlyList<string> Keys { get; } = ["use"];

    public override Condition? Read(ObjectReader reader, ConditionReader conditions) =>
        conditions.Values.Text(reader.Find("use")) is { } name
            ? new UseCondition(name, reader.Node.Location) { Needed = Needed(reader.Find("needed"), conditions) }
            : null;

    private static Located<int>? Needed(JsonNode? node, ConditionReader conditions) =>
        conditions.Values.WholeNumber(node, 1, PointsOperator.MaxNeeded) is { } points ? new Located<int>(points, node!.Location) : null;

    protected override CompiledCondition? Compile(UseCondition condition, ConditionCompiler conditions) =>
        new NamedConditionCompiler(conditions.Scope).Compile(condition, conditions.Set, conditions.Reading);
}
