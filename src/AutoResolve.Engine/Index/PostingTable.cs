using System.Numerics;

namespace AutoResolve.Index;

/// <summary>The postings of all anchors. Immutable.</summary>
internal sealed class PostingTable
{
    private readonly Posting[] _postings;

    // Anchors of one term in title or text, whatever the scope, are by far the most, and need no hashing.
    private readonly int[] _termStarts;
    private readonly Run[] _runs;
    private readonly ulong[] _filter;
    private readonly int _shift;

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
        var distinct = keys.Distinct().Count();
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, distinct * 2));
        _runs = new Run[size];
        _filter = new ulong[size / 8];
        _shift = 64 - BitOperations.Log2((uint)size);
        for (var first = 0; first < keys.Length; )
        {
            var last = first;
            for (; last < keys.Length && keys[last] == keys[first]; last++)
                _postings[byTerm.Count + last] = byKey[order[last]].Posting;
            Insert(new Run(keys[first], byTerm.Count + first, last - first));
            first = last;
        }
    }

    /// <summary>How many postings there are.</summary>
    public int Count => _postings.Length;

    public ReadOnlySpan<Posting> Find(int term) => _postings.AsSpan(_termStarts[term], _termStarts[term + 1] - _termStarts[term]);

    /// <summary>Whether there may be postings, as 1 or 0.</summary>
    public int MayHave(ulong key)
    {
        var bit = key >> (_shift - 3);
        return (int)(_filter[bit >> 6] >> (int)(bit & 63) & 1);
    }

    public ReadOnlySpan<Posting> Find(ulong key)
    {
        for (var slot = (int)(key >> _shift); ; slot = (slot + 1) & (_runs.Length - 1))
        {
            ref readonly var run = ref _runs[slot];
            if (run.Count == 0)
                return [];
            if (run.Key == key)
                return _postings.AsSpan(run.First, run.Count);
        }
    }

    private void Insert(Run run)
    {
        var bit = run.Key >> (_shift - 3);
        _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        var slot = (int)(run.Key >> _shift);
        while (_runs[slot].Count > 0)
            slot = (slot + 1) & (_runs.Length - 1);
        _runs[slot] = run;
    }

    private readonly record struct Run(ulong Key, int First, int Count);
}

/// <summary>What an anchor leads to.</summary>
/// <param name="Target">An alternative of a rule, by its place in the index; or a group, as its complement.</param>
/// <param name="Scope">The scope of the rule, by its place in the index.</param>
/// <param name="FirstGuard">A term that must be somewhere in the issue; 0 for none.</param>
/// <param name="SecondGuard">Another.</param>
internal readonly record struct Posting(int Target, int Scope, int FirstGuard, int SecondGuard);
