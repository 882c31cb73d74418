namespace AutoResolve.Index;

/// <summary>The phrases of lists that may stand in the text of an issue. Used again for issue after issue.</summary>
/// <param name="index">The phrases.</param>
/// <param name="text">The words of the issue.</param>
/// <param name="pairWords">See <see cref="RuleIndex.PairWords"/>.</param>
internal sealed class ListCandidates(ListIndex index, TokenizedIssue text, byte[] pairWords)
{
    // By list, the last of its candidates, valid where the epoch is that of the issue; each names the one before. And the points that they
    // may come to.
    private readonly (int Epoch, int Last, int Points)[] _lists = new (int, int, int)[index.Count];

    // By place among the phrases that two words lead to, the issue in which they were last found there.
    private readonly int[] _pairs = new int[index.PairCount];
    private (int Phrase, int Previous)[] _candidates = new (int, int)[256];
    private int _count;
    private int _epoch;
    private bool _isFound;

    /// <summary>Begins with another issue.</summary>
    public void Clear()
    {
        if (++_epoch == int.MaxValue)
        {
            Array.Clear(_lists);
            Array.Clear(_pairs);
            _epoch = 1;
        }

        _isFound = false;
    }

    /// <summary>Whether a phrase of the list may stand in the text.</summary>
    public bool Has(int list) => First(list) >= 0;

    /// <summary>A place from which <see cref="Next"/> reads the candidates of a list; -1 where it has none.</summary>
    public int First(int list)
    {
        if (!_isFound)
            Find();
        return _lists[list].Epoch == _epoch ? _lists[list].Last : -1;
    }

    /// <summary>The most points that the candidates of a list may come to.</summary>
    public int PointsOf(int list) => Has(list) ? _lists[list].Points : 0;

    /// <summary>The candidate at a place, which becomes that of the next; -1 behind the last.</summary>
    public int Next(ref int place)
    {
        var (phrase, previous) = _candidates[place];
        place = previous;
        return phrase;
    }

    private void Find()
    {
        _isFound = true;
        _count = 0;
        foreach (var term in text.Present)
            Add(index.PhrasesWith(term));
        if (index.PairCount > 0)
            FindByPairs();
    }

    private void FindByPairs()
    {
        var words = text.Words;
        var mayFollow = false;
        for (var at = 0; at < words.Length; at++)
        {
            // Of words that are not in the lexicon nothing is known.
            var word = words[at];
            var flags = word < pairWords.Length ? pairWords[word] : PairFlags.FirstOfList | PairFlags.SecondOfList;
            if (mayFollow && (flags & PairFlags.SecondOfList) != 0)
                FindByPair(words[at - 1], word);
            mayFollow = (flags & PairFlags.FirstOfList) != 0;
        }
    }

    private void FindByPair(int left, int right)
    {
        foreach (var first in text.TermsOf(left))
        {
            if ((index.PairsWith(first) & PairFlags.FirstOfList) != 0)
                FindByPairs(first, text.TermsOf(right));
        }
    }

    private void FindByPairs(int first, ReadOnlySpan<int> seconds)
    {
        foreach (var second in seconds)
        {
            if ((index.PairsWith(second) & PairFlags.SecondOfList) == 0)
                continue;
            var found = index.PhrasesWith(first, second, out var place);
            if (found.IsEmpty || _pairs[place] == _epoch)
                continue;
            _pairs[place] = _epoch;
            Add(found);
        }
    }

    // A list that gets its first candidate is one itself where it is in others.
    private void Add(ReadOnlySpan<ListPhrase> found)
    {
        foreach (ref readonly var phrase in found)
        {
            if (phrase.Guard != 0 && !text.Has(phrase.Guard))
                continue;
            if (_count == _candidates.Length)
                Array.Resize(ref _candidates, _count * 2);
            ref var list = ref _lists[phrase.List];
            var isFirst = list.Epoch != _epoch;
            _candidates[_count] = (phrase.Phrase, isFirst ? -1 : list.Last);
            list = (_epoch, _count++, (isFirst ? 0 : list.Points) + phrase.Points);
            if (isFirst)
                Add(index.PhrasesOf(phrase.List));
        }
    }
}
