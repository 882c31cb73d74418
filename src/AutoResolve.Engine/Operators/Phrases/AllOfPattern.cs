using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Phrases;

/// <summary>Every phrase: in the title and the text of the issue, or in one of its turns.</summary>
internal sealed class AllOfPattern(IReadOnlyList<Phrase> phrases) : TextPattern
{
    public override IReadOnlyList<Phrase> Phrases => phrases;

    public override Lookup Lookup => new PhraseLookup(PhraseRelation.All, phrases);

    public override string Description => "all of " + ConditionWording.List(phrases.Select(phrase => phrase.InWords));

    public override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        if (!HasTurns(views))
            return FindTogether(views, evidence);
        List<TokenizedText> together = [];
        for (var at = 0; at < views.Length; at++)
        {
            if (views[at].Turn is null)
                together.Add(views[at]);
            else if (FindAlone(views.Slice(at, 1), evidence) is { Truth: Truth.True } found)
                return found;
        }

        return FindAlone([.. together], evidence);
    }

    private static bool HasTurns(ReadOnlySpan<TokenizedText> views)
    {
        foreach (var view in views)
        {
            if (view.Turn is not null)
                return true;
        }

        return false;
    }

    // What failed is no evidence.
    private LeafResult FindAlone(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        List<Evidence>? own = evidence is null ? null : [];
        var result = FindTogether(views, own);
        if (result.Truth == Truth.True)
            own?.ForEach(evidence!.Add);
        return result;
    }

    private LeafResult FindTogether(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        var words = 0;
        foreach (var phrase in phrases)
        {
            var found = PhraseSearch.Find(phrase, views, evidence);
            if (found == 0)
                return LeafResult.Fails;
            words += found;
        }

        return LeafResult.Holds(words);
    }
}
