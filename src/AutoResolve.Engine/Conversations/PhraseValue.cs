using AutoResolve.Words;
using AutoResolve.Words.Denials;

namespace AutoResolve.Conversations;

/// <summary>A value by phrases: the words found, as they stand in the text.</summary>
internal sealed class PhraseValue(IReadOnlyList<Phrase> phrases) : ExtractedValueTest
{
    // Of each phrase the words of which one must be there; null where that is not known.
    private readonly WordKey[]?[] _needs = [.. phrases.Select(NeedsOf)];

    public override TextRange? Find(TokenizedText view)
    {
        Occurrence? first = null;
        for (var at = 0; at < phrases.Count; at++)
        {
            if (!MayBeIn(view, _needs[at]))
                continue;
            var phrase = phrases[at];
            foreach (var found in phrase.Find(view))
            {
                if (Denial.StandsBefore(view, found.Start))
                    continue;
                if (first is not { } known || found.Start < known.Start || (found.Start == known.Start && found.End > known.End))
                    first = found;
                break;
            }
        }

        if (first is not { } value)
            return null;
        var start = view.Words[value.Start].Start;
        return new TextRange(start, view.Words[value.End - 1].End - start);
    }

    private static WordKey[]? NeedsOf(Phrase phrase) =>
        phrase.Elements[0] is WordElement { Spelling: SpellingTolerance.None or SpellingTolerance.Aside } word
            ? [.. word.Word.All.Select(WordKey.Of)]
            : null;

    private static bool MayBeIn(TokenizedText view, WordKey[]? needs)
    {
        if (needs is null)
            return true;
        foreach (var word in needs)
        {
            if (view.Found.Words.MayHave(word))
                return true;
        }

        return false;
    }
}
