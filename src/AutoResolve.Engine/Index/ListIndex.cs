namespace AutoResolve.Index;

/// <summary>By which word of a text each phrase of a list is found, so that a long list costs no more than what stands in the text.</summary>
internal sealed class ListIndex
{
    private readonly int[] _starts;
    private readonly ListPhrase[] _phrases;
    private readonly int[][] _withoutWords;

    private ListIndex(int[] starts, ListPhrase[] phrases, int[][] withoutWords) =>
        (_starts, _phrases, _withoutWords) = (starts, phrases, withoutWords);

    /// <param name="phrases">The phrases of all rules.</param>
    /// <param name="likelihood">How likely a text has a term.</param>
    public static ListIndex Build(PhraseTable phrases, Func<int, double> likelihood)
    {
        List<(int Term, ListPhrase Phrase)> byTerm = [];
        var withoutWords = new int[phrases.Lists.Count][];
        for (var list = 0; list < withoutWords.Length; list++)
        {
            List<int> without = [];
            foreach (var phrase in phrases.Lists[list])
            {
                var terms = phrases.ElementsOf(phrase).ToArray().Where(element => element >= 0).Select(Element.TermOf);
                if (terms.Any())
                    byTerm.Add((terms.MinBy(likelihood), new ListPhrase(list, phrase)));
                else
                    without.Add(phrase);
            }

            withoutWords[list] = [.. without];
        }

        byTerm.Sort((left, right) => left.Term.CompareTo(right.Term));
        var starts = new int[byTerm.Count == 0 ? 1 : byTerm[^1].Term + 2];
        foreach (var (term, _) in byTerm)
            starts[term + 1]++;
        for (var term = 1; term < starts.Length; term++)
            starts[term] += starts[term - 1];
        return new ListIndex(starts, [.. byTerm.Select(entry => entry.Phrase)], withoutWords);
    }

    /// <summary>The phrases of lists of which the term is the rarest word.</summary>
    public ReadOnlySpan<ListPhrase> PhrasesOf(int term) =>
        term + 1 < _starts.Length ? _phrases.AsSpan(_starts[term].._starts[term + 1]) : [];

    /// <summary>The phrases of a list that are made of lists only.</summary>
    public ReadOnlySpan<int> WithoutWords(int list) => _withoutWords[list];
}

/// <summary>A phrase of a list.</summary>
internal readonly record struct ListPhrase(int List, int Phrase);
