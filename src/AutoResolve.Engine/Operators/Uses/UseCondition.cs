using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Uses;

/// <summary>A reference to a named condition.</summary>
internal sealed record UseCondition(Located<string> Name, SourceLocation Location) : Condition(Location)
{
    public override bool FollowsFrom(Condition given) => given is UseCondition other && other.Name.Value == Name.Value;
}

/// <summary><c>use</c>.</summary>
internal sealed class UseOperator : Operator<UseCondition>
{
    public override ObjectSchema Schema { get; } = new("a 'use' condition", ["use"]);

    public override IReadOnlyList<string> Keys => Schema.Keys;

    public override Condition? Read(ObjectReader reader, ConditionReader conditions) =>
        conditions.Values.Text(reader.Find("use")) is { } name ? new UseCondition(name, reader.Node.Location) : null;

    protected override CompiledCondition? Compile(UseCondition condition, ConditionCompiler conditions) =>
        new NamedConditionCompiler(conditions.Scope).Compile(condition, conditions.Set, conditions.Reading);
}
