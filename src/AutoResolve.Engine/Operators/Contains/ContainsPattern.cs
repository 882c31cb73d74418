using AutoResolve.Json;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Contains;

/// <summary>At least one string, letter for letter, ignoring case.</summary>
internal sealed class ContainsPattern(IReadOnlyList<(Located<string> Value, string Pointer)> strings) : TextPattern
{
    private readonly int[] _words = [.. strings.Select(entry => Math.Max(1, Tokenizer.Read(entry.Value.Value).Count))];

    public override Lookup Lookup => new StringLookup(Strings);

    private IEnumerable<string> Strings => strings.Select(entry => entry.Value.Value);

    public override int Cost => 1;

    public override string Description => "contains " + ConditionWording.Alternatives(Strings);

    public override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        var specificity = 0;
        for (var number = 0; number < strings.Count; number++)
        {
            var (value, pointer) = strings[number];
            var (view, start) = First(views, value.Value);
            if (view is null)
                continue;
            specificity = Math.Max(specificity, _words[number]);
            if (evidence is null)
                break;
            evidence.Add(view.EvidenceOf(new TextRange(start, value.Value.Length), pointer, value.Value));
        }

        return specificity > 0 ? LeafResult.Holds(specificity) : LeafResult.Fails;
    }

    private static (TokenizedText? View, int Start) First(ReadOnlySpan<TokenizedText> views, string value)
    {
        foreach (var view in views)
        {
            for (var number = 0; number < view.Ranges.Count; number++)
            {
                var range = view.Ranges[number];
                var at = view.Text.Slice(range.Start, range.Length).IndexOf(value, StringComparison.OrdinalIgnoreCase);
                if (at >= 0)
                    return (view, range.Start + at);
            }
        }

        return default;
    }
}
