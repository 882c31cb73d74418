using AutoResolve.Matching;
using AutoResolve.Words;

namespace AutoResolve.Operators.Phrases;

/// <summary>Every phrase: in the title and the text of the issue, or in one of its turns.</summary>
internal sealed class AllOfPattern(IReadOnlyList<Phrase> phrases) : UnitPattern
{
    public override IReadOnlyList<Phrase> Phrases => phrases;

    public override Lookup Lookup => new PhraseLookup(PhraseRelation.All, phrases);

    public override string Description => "all of " + ConditionWording.List(phrases.Select(phrase => phrase.InWords));

    protected override LeafResult FindTogether(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
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
