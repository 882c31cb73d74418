using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Contains;

/// <summary><c>contains</c> on text: any of the strings, letter for letter, ignoring case.</summary>
internal sealed record ContainsCondition(IReadOnlyList<Located<string>> Strings, TextPart In, SourceLocation Location)
    : TextCondition(In, Location)
{
    public override bool FollowsFrom(Condition given) =>
        given is ContainsCondition other && other.In == In && other.Strings.AreAmong(Strings);
}

/// <summary><c>contains</c> on text.</summary>
internal sealed class ContainsOperator : TextOperator<ContainsCondition>
{
    public override string Key => "contains";

    protected override TextCondition? ReadSought(
        ObjectReader reader,
        string key,
        TextPart part,
        SourceLocation location,
        ConditionReader conditions
    ) => conditions.Lists.Texts(reader.Find(key)) is { Count: > 0 } strings ? new ContainsCondition(strings, part, location) : null;

    protected override TextPattern? Compile(ContainsCondition condition, ConditionCompiler conditions) =>
        new ContainsPattern([.. condition.Strings.Select(value => (value, conditions.Shorten(value.Location)))]);
}
