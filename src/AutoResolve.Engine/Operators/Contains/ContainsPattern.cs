using AutoResolve.Json;
using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Contains;

/// <summary>At least one string, letter for letter, ignoring case.</summary>
internal sealed class ContainsPattern(IReadOnlyList<(Located<string> Value, string Pointer)> strings) : TextPattern
{
    private readonly int[] _words = [.. strings.Select(entry => Math.Max(1, Tokenizer.Read(entry.Value.Value).Count))];
    private readonly SpacedString[] _sought = [.. strings.Select(entry => new SpacedString(entry.Value.Value))];

    public override Lookup Lookup => new StringLookup(Strings);

    private IEnumerable<string> Strings => strings.Select(entry => entry.Value.Value);

    public override int Cost => 1;

    public override long MaxStepsPerUnit => _sought.Sum(sought => (long)sought.MaxStepsPerUnit);

    public override string Description => "contains " + ConditionWording.Alternatives(Strings);

    public override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence) => Find(views, evidence, []);

    public override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence, ReadOnlySpan<bool> mayHold)
    {
        var specificity = 0;
        for (var number = 0; number < strings.Count; number++)
        {
            if (!mayHold.IsEmpty && !mayHold[number])
                continue;
            var (view, place) = First(views, _sought[number]);
            if (view is null)
                continue;
            specificity = Math.Max(specificity, _words[number]);
            if (evidence is null)
                break;
            evidence.Add(view.EvidenceOf(place, strings[number].Pointer, _sought[number].Value));
        }

        return specificity > 0 ? LeafResult.Holds(specificity) : LeafResult.Fails;
    }

    private static (TokenizedText? View, TextRange Place) First(ReadOnlySpan<TokenizedText> views, SpacedString sought)
    {
        foreach (var view in views)
        {
            for (var number = 0; number < view.Ranges.Count; number++)
            {
                var (start, length) = view.Ranges[number];
                if (sought.Find(view.Text.Slice(start, length), view.Work) is { } place)
                    return (view, place with { Start = start + place.Start });
            }
        }

        return default;
    }
}
