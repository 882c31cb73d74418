using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Finds phrases and says where.</summary>
internal static class PhraseSearch
{
    /// <summary>How specific the phrase is, and evidence of its first occurrence; 0 where there is none.</summary>
    public static int Find(Phrase phrase, ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        foreach (var view in views)
        {
            foreach (var occurrence in phrase.Find(view))
            {
                evidence?.Add(EvidenceOf(phrase, view, occurrence));
                return phrase.MinWords;
            }
        }

        return 0;
    }

    public static Evidence EvidenceOf(Phrase phrase, TokenizedText view, Occurrence occurrence)
    {
        var start = view.Words[occurrence.Start].Start;
        var piece = new TextRange(start, view.Words[occurrence.End - 1].End - start);
        return view.EvidenceOf(phrase.WithSigns(view.Text, piece), phrase.Pointer, phrase.Source, phrase.ReadAs(view, piece));
    }
}
