using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Holds for any of the values; <c>in</c> is read as <see cref="StringOperator.Equals"/>.</summary>
internal sealed record StringTest(StringOperator Operator, IReadOnlyList<Located<string>> Values, SourceLocation Location)
    : ValueComparison(Location)
{
    public override bool AllowsNone => Operator == StringOperator.Equals && Values.Any(value => string.IsNullOrWhiteSpace(value.Value));
}

/// <summary>How a value is compared with strings.</summary>
internal enum StringOperator
{
    Equals,
    Contains,
    StartsWith,
    EndsWith,
}

/// <summary><c>equals</c>, <c>in</c>, <c>contains</c>, <c>startsWith</c> and <c>endsWith</c>.</summary>
internal sealed class StringComparisons : Comparison<StringTest>
{
    private static readonly OrderedDictionary<string, StringOperator> Operators = new()
    {
        ["equals"] = StringOperator.Equals,
        ["in"] = StringOperator.Equals,
        ["contains"] = StringOperator.Contains,
        ["startsWith"] = StringOperator.StartsWith,
        ["endsWith"] = StringOperator.EndsWith,
    };

    public override IReadOnlyList<string> Keys { get; } = [.. Operators.Keys];

    public override ValueComparison? Read(JsonProperty property, ObjectReader reader, ConditionReader conditions)
    {
        var comparison = Operators[property.Key];
        Func<JsonNode, Located<string>?> read = comparison == StringOperator.Equals ? conditions.Values.AnyText : conditions.Values.Text;
        var values =
            property.Key == "in" ? conditions.Lists.Texts(property.Value, read) : conditions.Lists.TextOrTexts(property.Value, read);
        return values.Count == 0 ? null : new StringTest(comparison, values, property.Location);
    }

    protected override ValueTest? Compile(StringTest comparison, ConditionCompiler conditions) =>
        new StringValueTest(
            comparison.Operator,
            [.. comparison.Values.Select(value => value.Value)],
            conditions.Shorten(comparison.Location)
        );
}
