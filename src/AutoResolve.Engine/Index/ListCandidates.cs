namespace AutoResolve.Index;

/// <summary>The phrases of lists that may stand in the text of an issue. Used again for issue after issue.</summary>
internal sealed class ListCandidates(RuleCode code, TokenizedIssue text)
{
    // By list, the last of its candidates, valid where the epoch is that of the issue; each names the one before.
    private readonly (int Epoch, int Last)[] _lists = new (int, int)[code.Lists.Length];
    private readonly List<(int Phrase, int Previous)> _candidates = [];
    private int _epoch;
    private bool _isFound;

    /// <summary>Begins with another issue.</summary>
    public void Clear()
    {
        if (++_epoch == int.MaxValue)
        {
            Array.Clear(_lists);
            _epoch = 1;
        }

        _isFound = false;
    }

    /// <summary>A place from which <see cref="Next"/> reads the candidates of a list; -1 where it has none.</summary>
    public int First(int list)
    {
        if (!_isFound)
            Find();
        return _lists[list].Epoch == _epoch ? _lists[list].Last : -1;
    }

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
        _candidates.Clear();
        foreach (var term in text.Present)
        {
            foreach (ref readonly var found in code.ListIndex.PhrasesOf(term))
            {
                ref var list = ref _lists[found.List];
                _candidates.Add((found.Phrase, list.Epoch == _epoch ? list.Last : -1));
                list = (_epoch, _candidates.Count - 1);
            }
        }
    }
}
