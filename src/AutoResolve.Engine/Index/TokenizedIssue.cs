using System.Runtime.CompilerServices;
using AutoResolve.Words;
using AutoResolve.Words.Features;

namespace AutoResolve.Index;

/// <summary>The texts of an issue as words and terms of a lexicon, one behind the other. Used again for issue after issue.</summary>
internal sealed class TokenizedIssue
{
    private readonly Lexicon _lexicon;
    private readonly WordScanner _scanner = new();
    private readonly WordReadings _readings;
    private readonly PresentTerms _terms;
    private readonly List<int> _breaks = [];
    private readonly List<int> _prefixes = [];

    // Words that are still to be read. All are gathered before the first is looked up, so that the scanner goes on without waiting.
    private (WordKey Key, int Place)[] _unread = new (WordKey, int)[256];
    private int _unreadCount;

    private int[] _words = new int[256];

    // Where they stand in their texts; empty where it is no word.
    private TextRange[] _ranges = new TextRange[256];

    // The keys of the words as classifiers know them, 0 where it is no word; null where none is asked.
    private ulong[]? _features;

    /// <param name="lexicon">What rules know of words.</param>
    /// <param name="withFeatures">Whether classifiers are asked.</param>
    public TokenizedIssue(Lexicon lexicon, bool withFeatures)
    {
        _features = withFeatures ? new ulong[256] : null;
        _lexicon = lexicon;
        _readings = new WordReadings(lexicon);
        _terms = new PresentTerms(_readings, lexicon.TermCount);
    }

    /// <summary>How many words there are, with one that is no word between any two texts.</summary>
    public int Count { get; private set; }

    /// <summary>How many different terms there are.</summary>
    public int PresentCount => _terms.Count;

    /// <summary>The numbers of the words; 0 for words that satisfy no term.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, Count);

    /// <summary>The keys of the words as classifiers know them; 0 where it is no word.</summary>
    public ReadOnlySpan<ulong> Features => _features.AsSpan(0, Count);

    /// <summary>The different terms that are satisfied, in the order of their first word.</summary>
    public ReadOnlySpan<int> Present => _terms.All;

    /// <summary>Whether a word stands for another, so that not all tolerate it.</summary>
    public bool HasCorrections { get; private set; }

    /// <summary>Whether a word is there without which nothing is denied.</summary>
    public bool MayDeny => Has(_lexicon.DenialTerm);

    /// <summary>Begins with another issue.</summary>
    public void Clear()
    {
        _readings.Begin();
        _terms.Clear();
        (Count, HasCorrections) = (0, false);
        _breaks.Clear();
    }

    /// <summary>Reads one more text.</summary>
    public void Read(TokenizedText view)
    {
        var first = Count;
        Scan(view);
        foreach (ref readonly var unread in _unread.AsSpan(0, _unreadCount))
            _words[unread.Place] = _readings.Read(in unread.Key);
        _unreadCount = 0;

        // Before words: in the order of terms rules are looked at, and it tells for which of them there is work left.
        var words = _words.AsSpan(first..Count);
        if (_features is not null)
            ReadMeant(first);
        foreach (var word in words)
        {
            if (word != 0)
                _terms.AddLiterals(word);
        }

        foreach (var word in words)
        {
            if (word == 0)
                continue;
            _terms.AddWord(word);
            HasCorrections |= _readings.HasCorrections(word);
        }
    }

    /// <summary>Adds a term that is satisfied by all of the text.</summary>
    public void Add(int term) => _terms.Add(term);

    /// <summary>Where the word at a place stands in its text; empty where it is no word.</summary>
    public TextRange RangeOf(int place) => _ranges[place];

    /// <summary>The terms that a word of this issue satisfies.</summary>
    public ReadOnlySpan<int> TermsOf(int word) => _readings.TermsOf(word);

    /// <summary>Whether any word, or part of a word with apostrophes and the like, satisfies the term.</summary>
    public bool Has(int term) => _terms.Has(term);

    /// <summary>Whether the word at a place satisfies an element of a phrase.</summary>
    public bool Satisfies(int element, int place) => _readings.Satisfies(element, _words[place]);

    /// <summary>Whether a word of a phrase may stand for another.</summary>
    public bool HasCorrectionIn(PhrasePlace place)
    {
        if (!HasCorrections)
            return false;
        foreach (var word in _words.AsSpan(place.Start, place.Words))
        {
            if (_readings.HasCorrections(word))
                return true;
        }

        return false;
    }

    /// <summary>How many words satisfy the term.</summary>
    public int CountOf(int term) => _terms.CountOf(term);

    /// <summary>The places of the words that satisfy the term, ascending.</summary>
    public ReadOnlySpan<int> PlacesOf(int term) => _terms.PlacesOf(term, Words);

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

    private void ReadMeant(int first)
    {
        for (var place = first; place < Count; place++)
        {
            if (_readings.MeantBy(_words[place]) is not 0 and var meant)
                _features![place] = meant;
        }
    }

    // Each a loop of its own, so that nobody pays for what is not asked.
    private void Scan(TokenizedText view)
    {
        if (_features is null)
        {
            var sink = new Sink(this);
            _scanner.Scan(view.Text, view.Ranges, ref sink);
        }
        else
        {
            var sink = new FeatureSink(this);
            _scanner.Scan(view.Text, view.Ranges, ref sink);
        }
    }

    // Inlined into the scanner; what is rare is kept out of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(byte[] buffer, int at, int length, TextRange range)
    {
        if (Count == _words.Length)
            Grow();
        _ranges[Count] = range;
        if (length > WordKey.Longest)
        {
            _words[Count++] = _readings.Read(buffer, at, length);
            return;
        }

        var key = WordKey.Of(buffer, at, length);
        _words[Count] = _readings.Remembered(in key, out var isNew);
        _unread[_unreadCount] = (key, Count++);
        _unreadCount += isNew;
    }

    // Such a run is no word, so it has no place; but rules that search raw text may find it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddRun(byte[] buffer, int at, int length)
    {
        var sink = new Terms(_terms);
        _lexicon.Literals.Find(buffer, at, length, ref sink);
        var word = _lexicon.Find(buffer, at, length);
        if (word == 0 && _lexicon.HasPrefixes)
        {
            _prefixes.Clear();
            _lexicon.FindPrefixes(buffer, at, length, _prefixes);
            foreach (var term in _prefixes)
                _terms.Add(term);
        }
        else if (word > 0)
        {
            foreach (var term in _lexicon.TermsOf(word))
                _terms.Add(term);
        }
    }

    private void EndRange()
    {
        if (Count == _words.Length)
            Grow();
        _breaks.Add(Count);
        _ranges[Count] = default;
        _words[Count++] = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow()
    {
        Array.Resize(ref _words, Count * 2);
        Array.Resize(ref _ranges, Count * 2);
        Array.Resize(ref _unread, Count * 2);
        if (_features is not null)
            Array.Resize(ref _features, Count * 2);
    }

    private readonly struct Terms(PresentTerms terms) : ITermSink
    {
        public bool Has(int term) => terms.Has(term);

        public void Add(int term) => terms.Add(term);
    }

    private readonly struct Sink(TokenizedIssue text) : ITokenConsumer
    {
        public bool WantsRuns => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddWord(byte[] buffer, int at, int length, int start, int end) =>
            text.Add(buffer, at, length, new TextRange(start, end - start));

        public void AddRun(byte[] buffer, int at, int length) => text.AddRun(buffer, at, length);

        public void EndRange() => text.EndRange();
    }

    private readonly struct FeatureSink(TokenizedIssue text) : ITokenConsumer
    {
        public bool WantsRuns => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddWord(byte[] buffer, int at, int length, int start, int end)
        {
            text.Add(buffer, at, length, new TextRange(start, end - start));
            text._features![text.Count - 1] = Feature.KeyOf(buffer, at, length);
        }

        public void AddRun(byte[] buffer, int at, int length) => text.AddRun(buffer, at, length);

        public void EndRange()
        {
            text.EndRange();
            text._features![text.Count - 1] = 0;
        }
    }
}
