using AutoResolve.Words;
using AutoResolve.Words.Denials;

namespace AutoResolve.Conversations;

/// <summary>A value by phrases: the words found, as they stand in the text.</summary>
internal sealed class PhraseValue(IReadOnlyList<Phrase> phrases) : ExtractedValueTest
{
    public override TextRange? Find(TokenizedText view)
    {
        Occurrence? first = null;
        foreach (var phrase in phrases)
        {
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
}
