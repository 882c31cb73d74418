using AutoResolve.Conditions;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Matching;
using AutoResolve.Rules;

namespace AutoResolve.Operators.Comparisons;

/// <summary>An operator on text applied to the value.</summary>
internal sealed record TextTest(TextCondition Test, SourceLocation Location) : ValueComparison(Location)
{
    public override IEnumerable<Located<string>> PhrasesSought => Test.PhrasesSought;
}

/// <summary>An operator on text that reads a value.</summary>
/// <param name="operator">The operator.</param>
/// <param name="key">Its key in comparisons, where that is another.</param>
internal sealed class TextComparison(TextOperator @operator, string? key = null) : Comparison<TextTest>
{
    public TextOperator Operator => @operator;

    public override IReadOnlyList<string> Keys { get; } = [key ?? @operator.Key];

    public override IReadOnlyList<string> SideKeys => @operator.SideKeys;

    public override string? AdviceOnLone(string key) => @operator.AdviceOnLone(key);

    public override ValueComparison? Read(JsonProperty property, ObjectReader reader, ConditionReader conditions) =>
        @operator.ReadText(reader, property.Key, TextPart.OwnWords, property.Location, conditions) is { } test
            ? new TextTest(test, test.Location)
            : null;

    protected override ValueTest? Compile(TextTest comparison, ConditionCompiler conditions) =>
        conditions.CompileText(comparison.Test) is { } pattern ? new PatternValueTest(pattern) : null;
}
