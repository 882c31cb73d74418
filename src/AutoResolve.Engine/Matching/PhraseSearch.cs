using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Finds phrases and says where.</summary>
internal static class PhraseSearch
{
    /// <summary>The words of the longest occurrence, and evidence of the first; 0 where there is none.</summary>
    public static int Find(Phrase phrase, ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        var longest = 0;
        foreach (var view in views)
        {
            foreach (var occurrence in phrase.Find(view))
            {
                if (longest == 0)
                    evidence?.Add(EvidenceOf(phrase, view, occurrence));
                longest = Math.Max(longest, occurrence.Words);
                if (evidence is null)
                    return longest;
            }
        }

        return longest;
    }

    public static Evidence EvidenceOf(Phrase phrase, TokenizedText view, Occurrence occurrence)
    {
        var start = view.Words[occurrence.Start].Start;
        return new Evidence
        {
            Source = view.Source,
            Turn = view.Turn,
            Start = start,
            Length = view.Words[occurrence.End - 1].End - start,
            Pointer = phrase.Pointer,
            Condition = phrase.Source,
            ReadAs = phrase.ReadAs(view, new TextRange(start, view.Words[occurrence.End - 1].End - start)),
        };
    }
}
