using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Phrases;

/// <summary>At least one phrase.</summary>
internal sealed class AnyOfPattern(IReadOnlyList<Phrase> phrases) : TextPattern
{
    public override IReadOnlyList<Phrase> Phrases => phrases;

    public override Lookup Lookup => new PhraseLookup(PhraseRelation.Any, phrases);

    public override string Description => "any of " + ConditionWording.List(phrases.Select(phrase => phrase.InWords));

    public override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            longest = Math.Max(longest, PhraseSearch.Find(phrase, views, evidence));
            if (longest > 0 && evidence is null)
                break;
        }

        return longest > 0 ? LeafResult.Holds(longest) : LeafResult.Fails;
    }
}
