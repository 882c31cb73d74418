using AutoResolve.Budgets;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Compares with strings, ignoring case and outer white space.</summary>
internal sealed class StringValueTest(StringOperator comparison, IReadOnlyList<string> values, string pointer) : ValueTest
{
    private readonly SpacedString[] _values = [.. values.Select(value => new SpacedString(value.Trim()))];

    public override string Description =>
        comparison switch
        {
            StringOperator.Equals => "is ",
            StringOperator.Contains => "contains ",
            StringOperator.StartsWith => "starts with ",
            _ => "ends with ",
        } + ConditionWording.Alternatives(values);

    public override long MaxStepsPerUnit => comparison == StringOperator.Contains ? _values.Sum(value => (long)value.MaxStepsPerUnit) : 0;

    public override Lookup? Lookup => comparison == StringOperator.Equals ? new ValueLookup(Values) : new StringLookup(Values);

    private string[] Values => [.. _values.Select(value => value.Value)];

    public override LeafResult Test(TokenizedText value, ICollection<Evidence>? evidence)
    {
        var trimmed = value.Text.Trim();
        var offset = value.Text.Length - value.Text.TrimStart().Length;
        var specificity = 0;
        foreach (var wanted in _values)
        {
            if (PlaceOf(wanted, trimmed, value.Work) is not { } place)
                continue;
            if (evidence is null)
                return LeafResult.Holds(1);
            if (specificity == 0)
                AddPart(value, offset + place.Start, place.Length, pointer, wanted.Value, evidence);
            specificity = Math.Max(specificity, Math.Max(1, Tokenizer.Read(wanted.Value).Count));
        }

        return specificity > 0 ? LeafResult.Holds(specificity) : LeafResult.Fails;
    }

    private TextRange? PlaceOf(SpacedString wanted, ReadOnlySpan<char> value, WorkBudget? work)
    {
        var start = value.Length - wanted.Value.Length;
        return comparison switch
        {
            StringOperator.Contains => wanted.Find(value, work),
            StringOperator.Equals when start != 0 => null,
            StringOperator.EndsWith when start < 0 => null,
            StringOperator.EndsWith => PlaceAt(start, wanted.Value, value),
            _ => PlaceAt(0, wanted.Value, value),
        };
    }

    private static TextRange? PlaceAt(int start, string wanted, ReadOnlySpan<char> value) =>
        value[start..].StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ? new TextRange(start, wanted.Length) : null;
}
