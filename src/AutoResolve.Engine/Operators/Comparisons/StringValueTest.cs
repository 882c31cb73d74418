using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Comparisons;

/// <summary>Compares with strings, ignoring case and outer white space.</summary>
internal sealed class StringValueTest(StringOperator comparison, IReadOnlyList<string> values, string pointer) : ValueTest
{
    private readonly string[] _values = [.. values.Select(value => value.Trim())];

    public override string Description =>
        comparison switch
        {
            StringOperator.Equals => "is ",
            StringOperator.Contains => "contains ",
            StringOperator.StartsWith => "starts with ",
            _ => "ends with ",
        } + ConditionWording.Alternatives(values);

    public override Lookup? Lookup => comparison == StringOperator.Equals ? new ValueLookup(_values) : new StringLookup(_values);

    public override LeafResult Test(TokenizedText value, ICollection<Evidence>? evidence)
    {
        var trimmed = value.Text.Trim();
        var offset = value.Text.Length - value.Text.TrimStart().Length;
        var specificity = 0;
        foreach (var wanted in _values)
        {
            var at = IndexOf(trimmed, wanted);
            if (at < 0)
                continue;
            if (evidence is null)
                return LeafResult.Holds(1);
            if (specificity == 0)
                AddPart(value, offset + at, wanted.Length, pointer, wanted, evidence);
            specificity = Math.Max(specificity, Math.Max(1, Tokenizer.Read(wanted).Count));
        }

        return specificity > 0 ? LeafResult.Holds(specificity) : LeafResult.Fails;
    }

    private int IndexOf(ReadOnlySpan<char> value, string wanted) =>
        comparison switch
        {
            StringOperator.Equals => value.Equals(wanted, StringComparison.OrdinalIgnoreCase) ? 0 : -1,
            StringOperator.StartsWith => value.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) ? 0 : -1,
            StringOperator.EndsWith => value.EndsWith(wanted, StringComparison.OrdinalIgnoreCase) ? value.Length - wanted.Length : -1,
            _ => value.IndexOf(wanted, StringComparison.OrdinalIgnoreCase),
        };
}
