using System.Numerics;

namespace AutoResolve.Index;

/// <summary>The terms that the words of an issue satisfy, and where. Used again for issue after issue.</summary>
/// <param name="words">What the words say.</param>
/// <param name="terms">How many terms there are.</param>
internal sealed class PresentTerms(WordReadings words, int terms)
{
    private const int Bits = 64;

    // A bit for each term: most are asked for in vain, and so many bits stay in the cache of a processor.
    private readonly ulong[] _has = new ulong[(terms / Bits) + 1];

    // By term that is present: where it is among them.
    private readonly int[] _entries = new int[terms + 1];
    private int[] _present = new int[64];
    private int[] _counts = new int[64];
    private int[] _starts = new int[65];
    private int[] _places = new int[256];
    private bool _located;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The terms, in the order of their first word.</summary>
    public ReadOnlySpan<int> All => _present.AsSpan(0, Count);

    /// <summary>Begins with another issue.</summary>
    public void Clear()
    {
        foreach (var term in All)
            _has[term / Bits] = 0;
        (Count, _located) = (0, false);
    }

    public bool Has(int term) => (_has[(uint)term / Bits] >> term & 1) != 0;

    /// <summary>Adds a term that has no place.</summary>
    public void Add(int term) => EntryOf(term);

    /// <summary>Adds the terms of a word, which have a place.</summary>
    public void AddWord(int word)
    {
        foreach (var term in words.TermsOf(word))
        {
            // Not in one expression: a new entry may replace the array.
            var entry = EntryOf(term);
            _counts[entry]++;
        }
    }

    /// <summary>Adds what the letters in a word say, which has no place.</summary>
    public void AddLiterals(int word)
    {
        foreach (var term in words.LiteralsOf(word))
            EntryOf(term);
    }

    /// <summary>How many words satisfy the term.</summary>
    public int CountOf(int term) => Has(term) ? _counts[_entries[term]] : 0;

    /// <summary>The places among all words of those that satisfy the term, ascending.</summary>
    /// <param name="term">The term.</param>
    /// <param name="all">All words of the issue.</param>
    public ReadOnlySpan<int> PlacesOf(int term, ReadOnlySpan<int> all)
    {
        if (!Has(term))
            return [];
        if (!_located)
            Locate(all);
        var entry = _entries[term];
        return _places.AsSpan(_starts[entry], _counts[entry]);
    }

    // A counting sort of the words by term.
    private void Locate(ReadOnlySpan<int> all)
    {
        _located = true;
        var sum = 0;
        for (var entry = 0; entry < Count; entry++)
        {
            _starts[entry] = sum;
            sum += _counts[entry];
            _counts[entry] = 0;
        }

        if (_places.Length < sum)
            _places = new int[BitOperations.RoundUpToPowerOf2((uint)sum)];
        for (var place = 0; place < all.Length; place++)
        {
            if (all[place] == 0)
                continue;
            foreach (var term in words.TermsOf(all[place]))
            {
                var entry = _entries[term];
                _places[_starts[entry] + _counts[entry]++] = place;
            }
        }
    }

    private int EntryOf(int term)
    {
        if (Has(term))
            return _entries[term];
        if (Count == _present.Length)
            Grow();
        _has[term / Bits] |= 1UL << term;
        _entries[term] = Count;
        _present[Count] = term;
        _counts[Count] = 0;
        return Count++;
    }

    private void Grow()
    {
        var size = Count * 2;
        Array.Resize(ref _present, size);
        Array.Resize(ref _counts, size);
        Array.Resize(ref _starts, size);
    }
}
