namespace AutoResolve.Index;

/// <summary>The postings of all anchors. Immutable.</summary>
internal sealed class PostingTable
{
    private readonly Posting[] _postings;

    // Anchors of one term in title or text, whatever the scope, are by far the most, and need no hashing.
    private readonly int[] _termStarts;
    private readonly KeyRuns _runs;
    private readonly int _firstByKey;

    public PostingTable(IReadOnlyList<(int Term, Posting Posting)> byTerm, IReadOnlyList<(ulong Key, Posting Posting)> byKey, int terms)
    {
        _termStarts = new int[terms + 2];
        _postings = new Posting[byTerm.Count + byKey.Count];
        foreach (var (term, _) in byTerm)
            _termStarts[term + 1]++;
        for (var term = 1; term < _termStarts.Length; term++)
            _termStarts[term] += _termStarts[term - 1];
        var next = (int[])_termStarts.Clone();
        foreach (var (term, posting) in byTerm)
            _postings[next[term]++] = posting;

        var keys = byKey.Select(entry => entry.Key).ToArray();
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, order);
        _runs = new KeyRuns(keys);
        _firstByKey = byTerm.Count;
        for (var at = 0; at < keys.Length; at++)
            _postings[_firstByKey + at] = byKey[order[at]].Posting;
    }

    /// <summary>How many postings there are.</summary>
    public int Count => _postings.Length;

    public ReadOnlySpan<Posting> Find(int term) => _postings.AsSpan(_termStarts[term], _termStarts[term + 1] - _termStarts[term]);

    /// <inheritdoc cref="KeyRuns.MayHave"/>
    public int MayHave(ulong key) => _runs.MayHave(key);

    public ReadOnlySpan<Posting> Find(ulong key)
    {
        var (first, count) = _runs.Find(key);
        return _postings.AsSpan(_firstByKey + first, count);
    }
}

/// <summary>What an anchor leads to.</summary>
/// <param name="Target">An alternative of a rule, by its place in the index; or a group, as its complement.</param>
/// <param name="Scope">The scope of the rule, by its place in the index.</param>
/// <param name="FirstGuard">A term that must be somewhere in the issue; 0 for none.</param>
/// <param name="SecondGuard">Another.</param>
internal readonly record struct Posting(int Target, int Scope, int FirstGuard, int SecondGuard);
