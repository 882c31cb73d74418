using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Regexes;

/// <summary><c>regex</c>.</summary>
internal sealed record RegexCondition(Located<string> Pattern, TextPart In, SourceLocation Location) : TextCondition(In, Location)
{
    public override bool FollowsFrom(Condition given) =>
        given is RegexCondition other && other.In == In && other.Pattern.Value == Pattern.Value;
}

/// <summary><c>regex</c>; of a value also <c>matches</c>.</summary>
internal sealed class RegexOperator : TextOperator<RegexCondition>
{
    public override string Key => "regex";

    protected override TextCondition? ReadSought(
        ObjectReader reader,
        string key,
        TextPart part,
        SourceLocation location,
        ConditionReader conditions
    ) => conditions.Values.Text(reader.Find(key)) is { } pattern ? new RegexCondition(pattern, part, location) : null;

    protected override TextPattern? Compile(RegexCondition condition, ConditionCompiler conditions) =>
        RegexCompiler.Compile(condition.Pattern, conditions.Scope) is { } pattern
            ? new RegexPattern(pattern, conditions.Shorten(condition.Pattern.Location))
            : null;
}
