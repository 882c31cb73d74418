using AutoResolve.Matching.Conditions;
using AutoResolve.Matching.Phrases;
using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Patterns;

/// <summary>Every phrase, in whichever of the texts.</summary>
internal sealed class AllOfPattern(IReadOnlyList<Phrase> phrases) : TextPattern
{
    public IReadOnlyList<Phrase> Phrases => phrases;

    public override string Description => "all of " + Wording.List(phrases.Select(phrase => phrase.InWords));

    public override LeafResult Find(ReadOnlySpan<TextView> views, ICollection<Evidence>? evidence)
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
