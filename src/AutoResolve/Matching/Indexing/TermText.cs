using System.Numerics;
using System.Runtime.InteropServices;
using AutoResolve.Matching.Text;

namespace AutoResolve.Matching.Indexing;

/// <summary>The texts of an issue as words and terms of a lexicon, one behind the other. Used again for issue after issue.</summary>
internal sealed class TermText
{
    private readonly Lexicon _lexicon;
    private readonly WordScanner _scanner = new();

    private readonly TermSet _terms = new();
    private readonly List<int> _breaks = [];

    // The lists of the lexicon, then those of words that are not in it and yet satisfy terms.
    private readonly List<int> _lists;
    private readonly List<int> _newTerms = [];

    private int[] _words = new int[256];
    private int[] _present = new int[64];
    private int[] _counts = new int[64];
    private int[] _starts = new int[65];
    private int[] _places = new int[256];
    private bool _located;

    public TermText(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _lists = [.. lexicon.Lists];
    }

    /// <summary>How many words there are, with one that is no word between any two texts.</summary>
    public int Count { get; private set; }

    /// <summary>How many different terms there are.</summary>
    public int PresentCount => _terms.Count;

    /// <summary>What each word satisfies, as <see cref="WordTerms"/>.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, Count);

    /// <summary>The lists that <see cref="Words"/> refer to.</summary>
    public ReadOnlySpan<int> Lists => CollectionsMarshal.AsSpan(_lists);

    /// <summary>The different terms that are satisfied, with their flags, in the order of their first word.</summary>
    public ReadOnlySpan<int> Present => _present.AsSpan(0, PresentCount);

    /// <summary>Begins with another issue.</summary>
    public void Clear()
    {
        (Count, _located) = (0, false);
        _terms.Clear();
        _breaks.Clear();
        if (_lists.Count > _lexicon.Lists.Length)
            CollectionsMarshal.SetCount(_lists, _lexicon.Lists.Length);
    }

    /// <summary>Reads one more text.</summary>
    public void Read(TextView view)
    {
        var sink = new Sink(this);
        _scanner.Scan(view.Text, view.Ranges, ref sink);
    }

    /// <summary>Whether any word, or part of a word with apostrophes and the like, satisfies the term.</summary>
    public bool Has(int term) => _terms.Find(term) >= 0;

    /// <summary>Whether the word at a place satisfies the term.</summary>
    public bool Has(int term, int place)
    {
        foreach (var other in TermsAt(place))
        {
            if ((other & WordTerms.Number) == term)
                return true;
        }

        return false;
    }

    /// <summary>How many words satisfy the term.</summary>
    public int CountOf(int term) => _terms.Find(term) is var number and >= 0 ? _counts[number] : 0;

    /// <summary>The places of the words that satisfy the term, ascending.</summary>
    public ReadOnlySpan<int> PlacesOf(int term)
    {
        var entry = _terms.Find(term);
        if (entry < 0)
            return [];
        if (!_located)
            Locate();
        return _places.AsSpan(_starts[entry], _counts[entry]);
    }

    /// <summary>The places in a part of the text of the words that satisfy the term, ascending.</summary>
    public ReadOnlySpan<int> PlacesOf(int term, Range part)
    {
        var places = PlacesOf(term);
        var (from, to) = (part.Start.Value, part.End.Value);
        if (places.IsEmpty || (places[0] >= from && places[^1] < to))
            return places;
        var first = places.BinarySearch(from);
        var last = places.BinarySearch(to);
        return places[(first < 0 ? ~first : first)..(last < 0 ? ~last : last)];
    }

    /// <summary>The number of a word as "near" counts: across a break the numbers are far apart.</summary>
    public int PositionOf(int place)
    {
        if (_breaks.Count == 0)
            return place;
        var before = _breaks.BinarySearch(place);
        return place + ((before < 0 ? ~before : before) * Word.Break);
    }

    // A counting sort of the words by term.
    private void Locate()
    {
        _located = true;
        var sum = 0;
        for (var entry = 0; entry < PresentCount; entry++)
        {
            _starts[entry] = sum;
            sum += _counts[entry];
            _counts[entry] = 0;
        }

        if (_places.Length < sum)
            _places = new int[BitOperations.RoundUpToPowerOf2((uint)sum)];
        for (var place = 0; place < Count; place++)
        {
            foreach (var term in TermsAt(place))
            {
                var entry = _terms.Find(term & WordTerms.Number);
                _places[_starts[entry] + _counts[entry]++] = place;
            }
        }
    }

    private void Add(byte[] buffer, int at, int length)
    {
        var word = _lexicon.Find(buffer, at, length);
        if (word == 0 && _lexicon.HasParts)
            word = AddNew(buffer, at, length);
        if (Count == _words.Length)
            Array.Resize(ref _words, Count * 2);
        _words[Count++] = word;
        if (word > 0)
        {
            // Not in one expression: a new entry may replace the array.
            var entry = EntryOf(word);
            _counts[entry]++;
            return;
        }

        foreach (var term in TermsAt(Count - 1))
        {
            var entry = EntryOf(term);
            _counts[entry]++;
        }
    }

    private int AddNew(byte[] buffer, int at, int length)
    {
        _newTerms.Clear();
        _lexicon.FindParts(buffer, at, length, _newTerms);
        if (_newTerms.Count == 0)
            return 0;
        foreach (ref var term in CollectionsMarshal.AsSpan(_newTerms))
            term |= _lexicon.FlagsOf(term);
        return WordTerms.Encode(CollectionsMarshal.AsSpan(_newTerms), _lists);
    }

    // Such a run is no word, so it has no place; but rules that search raw text may find it.
    private void AddRun(byte[] buffer, int at, int length)
    {
        var word = _lexicon.Find(buffer, at, length);
        if (word == 0 && _lexicon.HasParts)
            word = AddNew(buffer, at, length);
        foreach (var term in WordTerms.Decode(in word, Lists))
            EntryOf(term);
    }

    private ReadOnlySpan<int> TermsAt(int place) => WordTerms.Decode(in _words[place], Lists);

    private int EntryOf(int term)
    {
        var before = PresentCount;
        var entry = _terms.Add(term & WordTerms.Number);
        if (entry < before)
            return entry;
        if (entry == _present.Length)
            GrowPresent();
        _present[entry] = term;
        _counts[entry] = 0;
        return entry;
    }

    private void GrowPresent()
    {
        var size = _present.Length * 2;
        Array.Resize(ref _present, size);
        Array.Resize(ref _counts, size);
        Array.Resize(ref _starts, size);
    }

    private void EndRange()
    {
        if (Count == _words.Length)
            Array.Resize(ref _words, Count * 2);
        _breaks.Add(Count);
        _words[Count++] = 0;
    }

    private readonly struct Sink(TermText text) : IWordSink
    {
        public bool WantsRuns => true;

        public void AddWord(byte[] buffer, int at, int length, int start, int end) => text.Add(buffer, at, length);

        public void AddRun(byte[] buffer, int at, int length) => text.AddRun(buffer, at, length);

        public void EndRange() => text.EndRange();
    }
}
