namespace AutoResolve.Index;

/// <summary>By which word of a text each phrase of a list is found, so that a long list costs no more than what stands in the text.</summary>
internal sealed class ListIndex
{
    private readonly ListPhrases _byTerm;
    private readonly ListPhrases _byList;

    private ListIndex(int count, ListPhrases byTerm, ListPhrases byList) => (Count, _byTerm, _byList) = (count, byTerm, byList);

    /// <summary>How many lists there are.</summary>
    public int Count { get; }

    /// <param name="phrases">The phrases of all rules.</param>
    /// <param name="likelihood">How likely a text has a term.</param>
    public static ListIndex Build(PhraseTable phrases, Func<int, double> likelihood)
    {
        List<(int Key, ListPhrase Phrase)> byTerm = [];
        List<(int Key, ListPhrase Phrase)> byList = [];
        for (var list = 0; list < phrases.Lists.Count; list++)
        {
            foreach (var phrase in phrases.Lists[list])
            {
                var elements = phrases.ElementsOf(phrase).ToArray();
                var terms = elements.Where(element => element >= 0).Select(Element.TermOf).Distinct().OrderBy(likelihood).ToList();
                if (terms.Count > 0)
                    byTerm.Add((terms[0], new ListPhrase(list, phrase, terms.ElementAtOrDefault(1))));
                else
                    byList.Add((~elements[0], new ListPhrase(list, phrase, 0)));
            }
        }

        return new ListIndex(phrases.Lists.Count, new ListPhrases(byTerm), new ListPhrases(byList));
    }

    /// <summary>The phrases of lists of which the term is the rarest word.</summary>
    public ReadOnlySpan<ListPhrase> PhrasesWith(int term) => _byTerm[term];

    /// <summary>The phrases of lists that are made of lists only, of which this is the first.</summary>
    public ReadOnlySpan<ListPhrase> PhrasesOf(int list) => _byList[list];
}

/// <summary>Phrases of lists by a number.</summary>
internal sealed class ListPhrases
{
    private readonly int[] _starts;
    private readonly ListPhrase[] _phrases;

    public ListPhrases(List<(int Key, ListPhrase Phrase)> entries)
    {
        _phrases = [.. entries.OrderBy(entry => entry.Key).Select(entry => entry.Phrase)];
        _starts = new int[entries.Select(entry => entry.Key).DefaultIfEmpty(-1).Max() + 2];
        foreach (var (key, _) in entries)
            _starts[key + 1]++;
        for (var key = 1; key < _starts.Length; key++)
            _starts[key] += _starts[key - 1];
    }

    public ReadOnlySpan<ListPhrase> this[int key] => key + 1 < _starts.Length ? _phrases.AsSpan(_starts[key].._starts[key + 1]) : [];
}

/// <summary>A phrase of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Guard">A term that must be there, too; 0 for none.</param>
internal readonly record struct ListPhrase(int List, int Phrase, int Guard);
