namespace AutoResolve.Index;

/// <summary>
/// By which words of a text each phrase of a list is found, so that a long list costs no more than what stands in the text.
/// </summary>
internal sealed class ListIndex
{
    private readonly ListPhrases _byTerm;
    private readonly ListPhrases _byList;
    private readonly ListPhrase[] _byPair;
    private readonly KeyRuns _pairs;
    private readonly byte[] _pairTerms;

    private ListIndex(int count, List<Entry> byTerm, List<Entry> byList, List<Entry> byPair)
    {
        Count = count;
        (_byTerm, _byList) = (new ListPhrases(byTerm), new ListPhrases(byList));
        var sorted = byPair.OrderBy(entry => KeyRuns.KeyOf(entry.Key, entry.Second)).ToArray();
        _byPair = [.. sorted.Select(entry => entry.Phrase)];
        _pairs = new KeyRuns([.. sorted.Select(entry => KeyRuns.KeyOf(entry.Key, entry.Second))]);
        _pairTerms = new byte[sorted.Select(entry => Math.Max(entry.Key, entry.Second)).DefaultIfEmpty(0).Max() + 1];
        foreach (var entry in sorted)
        {
            _pairTerms[entry.Key] |= PairFlags.FirstOfList;
            _pairTerms[entry.Second] |= PairFlags.SecondOfList;
        }
    }

    /// <summary>How many lists there are.</summary>
    public int Count { get; }

    /// <summary>How many phrases are found by two words side by side.</summary>
    public int PairCount => _byPair.Length;

    /// <param name="phrases">The phrases of all rules.</param>
    /// <param name="lexicon">How likely a text has a term, and what it is.</param>
    /// <param name="points">The phrases of conditions that count points.</param>
    public static ListIndex Build(PhraseTable phrases, LexiconBuilder lexicon, IReadOnlyList<PointTable> points)
    {
        var pointed = points.ToDictionary(table => table.List);
        List<Entry> byTerm = [];
        List<Entry> byList = [];
        List<Entry> byPair = [];
        for (var list = 0; list < phrases.Lists.Count; list++)
        {
            var table = pointed.GetValueOrDefault(list);
            foreach (var phrase in phrases.Lists[list])
            {
                var most = table?.MostOf(phrase) ?? 0;
                int[] elements =
                [
                    .. phrases.ElementsOf(phrase).ToArray().Select(element => element < 0 ? element : Element.TermOf(element)),
                ];
                var terms = elements.Where(element => element >= 0).Distinct().OrderBy(lexicon.Likelihood).ToList();
                if (RarestPair(elements, lexicon) is var (first, second))
                {
                    var guard = terms.FirstOrDefault(term => term != first && term != second);
                    byPair.Add(new Entry(first, new ListPhrase(list, phrase, guard, most), second));
                }
                else if (terms.Count > 0)
                    byTerm.Add(new Entry(terms[0], new ListPhrase(list, phrase, terms.ElementAtOrDefault(1), most)));
                else
                    byList.Add(new Entry(~elements[0], new ListPhrase(list, phrase, 0, most)));
            }
        }

        return new ListIndex(phrases.Lists.Count, byTerm, byList, byPair);
    }

    /// <summary>The phrases of lists of which the term is the rarest word.</summary>
    public ReadOnlySpan<ListPhrase> PhrasesWith(int term) => _byTerm[term];

    /// <summary>The phrases of lists that are made of lists only, of which this is the first.</summary>
    public ReadOnlySpan<ListPhrase> PhrasesOf(int list) => _byList[list];

    /// <summary>Whether phrases are found by two words of which this is the first or the second; see <see cref="PairFlags"/>.</summary>
    public int PairsWith(int term) => term < _pairTerms.Length ? _pairTerms[term] : 0;

    /// <summary>The phrases of lists that are found by two words side by side.</summary>
    /// <param name="first">The term of the first word.</param>
    /// <param name="second">The term of the second word.</param>
    /// <param name="place">The place of the first of them among all such phrases.</param>
    public ReadOnlySpan<ListPhrase> PhrasesWith(int first, int second, out int place)
    {
        place = 0;
        var key = KeyRuns.KeyOf(first, second);
        if (_pairs.MayHave(key) == 0)
            return [];
        (place, var count) = _pairs.Find(key);
        return _byPair.AsSpan(place, count);
    }

    private static (int First, int Second)? RarestPair(int[] elements, LexiconBuilder lexicon)
    {
        (int First, int Second)? rarest = null;
        var least = double.PositiveInfinity;
        for (var at = 0; at + 1 < elements.Length; at++)
        {
            var (first, second) = (elements[at], elements[at + 1]);
            if (!IsWord(first, lexicon) || !IsWord(second, lexicon))
                continue;
            var likelihood = lexicon.Likelihood(first) * lexicon.Likelihood(second);
            if (likelihood < least)
                (rarest, least) = ((first, second), likelihood);
        }

        return rarest;
    }

    private static bool IsWord(int element, LexiconBuilder lexicon) => element > 0 && lexicon.KindOf(element) == TermKind.Word;

    /// <param name="Key">The term or the list, or the first term of two.</param>
    /// <param name="Phrase">The phrase.</param>
    /// <param name="Second">The second term; 0 where there is none.</param>
    private readonly record struct Entry(int Key, ListPhrase Phrase, int Second = 0);

    /// <summary>Phrases of lists by a number.</summary>
    private sealed class ListPhrases
    {
        private readonly int[] _starts;
        private readonly ListPhrase[] _phrases;

        // A bit for each number: most are asked for in vain, and so many bits stay in the cache of a processor.
        private readonly ulong[] _has;

        public ListPhrases(List<Entry> entries)
        {
            _phrases = [.. entries.OrderBy(entry => entry.Key).Select(entry => entry.Phrase)];
            _starts = new int[entries.Select(entry => entry.Key).DefaultIfEmpty(-1).Max() + 2];
            foreach (var entry in entries)
                _starts[entry.Key + 1]++;
            for (var key = 1; key < _starts.Length; key++)
                _starts[key] += _starts[key - 1];
            _has = new ulong[(_starts.Length / 64) + 1];
            foreach (var entry in entries)
                _has[entry.Key / 64] |= 1UL << entry.Key;
        }

        public ReadOnlySpan<ListPhrase> this[int key] =>
            key / 64 < _has.Length && (_has[key / 64] >> key & 1) != 0 ? _phrases.AsSpan(_starts[key].._starts[key + 1]) : [];
    }
}

/// <summary>A phrase of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Phrase">The phrase.</param>
/// <param name="Guard">A term that must be there, too; 0 for none.</param>
/// <param name="Points">The points that it may add where the list is one of points.</param>
internal readonly record struct ListPhrase(int List, int Phrase, int Guard, int Points);
