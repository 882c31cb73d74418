using System.Numerics;
using System.Runtime.CompilerServices;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>The texts of an issue as words and terms of a lexicon, one behind the other. Used again for issue after issue.</summary>
internal sealed class TokenizedIssue
{
    private readonly Lexicon _lexicon;
    private readonly WordScanner _scanner = new();

    // By term: where its entry among the present terms is, valid where the epoch is that of the issue.
    private readonly TermEntry[] _entries;
    private readonly List<int> _breaks = [];

    // Words that are not in the lexicon and yet satisfy terms get numbers behind it. Of each term a bit for each tolerance with which the
    // word satisfies it.
    private readonly List<int> _newTerms = [];
    private readonly List<byte> _newTolerances = [];
    private readonly List<int> _newStarts = [];
    private readonly List<SpellingCandidate> _corrections = [];

    // Words that may be in the lexicon, and where they stand. They are looked up all together: then the processor need not wait for one
    // before the next.
    private (WordKey Key, int Place)[] _candidates = new (WordKey, int)[256];
    private int _candidateCount;

    // Words that are not in the lexicon, and may be misspelt ones of it.
    private (WordKey Key, int Place, int Length)[] _unknown = new (WordKey, int, int)[256];
    private int _unknownCount;

    // The least length of a word that is not in the lexicon and yet may satisfy terms.
    private readonly int _minUnknown;
    private readonly byte[] _word = new byte[WordKey.Longest + WordScanner.Padding];
    private int[] _words = new int[256];

    // Where they stand in their texts; empty where it is no word.
    private TextRange[] _ranges = new TextRange[256];
    private int[] _present = new int[64];
    private int[] _counts = new int[64];
    private int[] _starts = new int[65];
    private int[] _places = new int[256];
    private int _epoch;
    private bool _located;

    public TokenizedIssue(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _entries = new TermEntry[lexicon.TermCount + 1];
        _minUnknown = lexicon.HasPrefixes ? 1 : lexicon.MinCorrected;
    }

    /// <summary>How many words there are, with one that is no word between any two texts.</summary>
    public int Count { get; private set; }

    /// <summary>How many different terms there are.</summary>
    public int PresentCount { get; private set; }

    /// <summary>The numbers of the words in the lexicon; 0 for words that satisfy no term.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, Count);

    /// <summary>The different terms that are satisfied, in the order of their first word.</summary>
    public ReadOnlySpan<int> Present => _present.AsSpan(0, PresentCount);

    /// <summary>Whether a word stands for another, so that not all tolerate it.</summary>
    public bool HasCorrections { get; private set; }

    /// <summary>Whether a word is there without which nothing is denied.</summary>
    public bool MayDeny => Has(_lexicon.DenialTerm);

    /// <summary>Begins with another issue.</summary>
    public void Clear()
    {
        if (++_epoch == int.MaxValue)
        {
            Array.Clear(_entries);
            _epoch = 1;
        }

        (Count, PresentCount, _located, HasCorrections) = (0, 0, false, false);
        _breaks.Clear();
        _newTerms.Clear();
        _newTolerances.Clear();
        _newStarts.Clear();
    }

    /// <summary>Reads one more text.</summary>
    public void Read(TokenizedText view)
    {
        var sink = new Sink(this);
        _scanner.Scan(view.Text, view.Ranges, ref sink);
        foreach (ref readonly var candidate in _candidates.AsSpan(0, _candidateCount))
            _words[candidate.Place] = _lexicon.Find(in candidate.Key);
        AddTerms();
        (_candidateCount, _unknownCount) = (0, 0);
    }

    /// <summary>Where the word at a place stands in its text; empty where it is no word.</summary>
    public TextRange RangeOf(int place) => _ranges[place];

    /// <summary>The terms that a word of this issue satisfies.</summary>
    public ReadOnlySpan<int> TermsOf(int word)
    {
        if (word <= _lexicon.WordCount)
            return _lexicon.TermsOf(word);
        var number = word - _lexicon.WordCount - 1;
        var start = _newStarts[number];
        var end = number + 1 < _newStarts.Count ? _newStarts[number + 1] : _newTerms.Count;
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_newTerms)[start..end];
    }

    /// <summary>Whether any word, or part of a word with apostrophes and the like, satisfies the term.</summary>
    public bool Has(int term) => _entries[term].Epoch == _epoch;

    /// <summary>Whether the word at a place satisfies an element of a phrase.</summary>
    public bool Satisfies(int element, int place)
    {
        var word = _words[place];
        var at = TermsOf(word).IndexOf(Element.TermOf(element));
        return at >= 0 && (word <= _lexicon.WordCount || Tolerates(element, word, at));
    }

    /// <summary>Whether a word of a phrase may stand for another.</summary>
    public bool HasCorrectionIn(PhrasePlace place)
    {
        if (!HasCorrections)
            return false;
        foreach (var word in _words.AsSpan(place.Start, place.Words))
        {
            if (word > _lexicon.WordCount)
                return true;
        }

        return false;
    }

    private bool Tolerates(int element, int word, int term) =>
        (_newTolerances[_newStarts[word - _lexicon.WordCount - 1] + term] >> Element.ToleranceOf(element) & 1) != 0;

    /// <summary>How many words satisfy the term.</summary>
    public int CountOf(int term) => Has(term) ? _counts[_entries[term].At] : 0;

    /// <summary>The places of the words that satisfy the term, ascending.</summary>
    public ReadOnlySpan<int> PlacesOf(int term)
    {
        if (!Has(term))
            return [];
        if (!_located)
            Locate();
        var entry = _entries[term].At;
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
            foreach (var term in TermsOf(_words[place]))
            {
                var entry = _entries[term].At;
                _places[_starts[entry] + _counts[entry]++] = place;
            }
        }
    }

    // Inlined into the scanner; what is rare is kept out of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(byte[] buffer, int at, int length, TextRange range)
    {
        if (Count == _words.Length)
            GrowWords();
        _ranges[Count] = range;
        if (length > WordKey.Longest)
        {
            var word = Find(buffer, at, length, isWord: true);
            _words[Count++] = word;
            AddTerms(word);
            return;
        }

        var key = WordKey.Of(buffer, at, length);
        var mayHave = _lexicon.MayHave(in key);
        _words[Count] = 0;
        _candidates[_candidateCount] = (key, Count);
        _candidateCount += mayHave;
        _unknown[_unknownCount] = (key, Count++, length);
        _unknownCount += ~mayHave & (int)((uint)(_minUnknown - 1 - length) >> 31);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Find(byte[] buffer, int at, int length, bool isWord)
    {
        var word = _lexicon.Find(buffer, at, length);
        return word == 0 || _lexicon.MayBeMisspelt(word) ? AddNew(word, buffer.AsSpan(at, length), buffer, at, isWord) : word;
    }

    // By place, whichever of the two a word is among: that some words only seem to be in the lexicon is chance, and no order may tell it.
    private void AddTerms()
    {
        var unknowns = _unknown.AsSpan(0, _unknownCount);
        var unknown = 0;
        foreach (ref readonly var candidate in _candidates.AsSpan(0, _candidateCount))
        {
            for (; unknown < unknowns.Length && unknowns[unknown].Place < candidate.Place; unknown++)
                AddUnknown(in unknowns[unknown].Key, unknowns[unknown].Place, unknowns[unknown].Length);
            if (_words[candidate.Place] == 0)
            {
                AddUnknown(in candidate.Key, candidate.Place, candidate.Key.Length);
                continue;
            }

            if (_lexicon.MayBeMisspelt(_words[candidate.Place]))
                Correct(in candidate.Key, candidate.Place);
            AddTerms(_words[candidate.Place]);
        }

        for (; unknown < unknowns.Length; unknown++)
            AddUnknown(in unknowns[unknown].Key, unknowns[unknown].Place, unknowns[unknown].Length);
    }

    private void AddUnknown(in WordKey key, int place, int length)
    {
        if (length < _minUnknown || (!_lexicon.HasPrefixes && !_lexicon.MayCorrect(in key, length)))
            return;
        Correct(in key, place);
        AddTerms(_words[place]);
    }

    private void Correct(in WordKey key, int place)
    {
        key.CopyTo(_word);
        _words[place] = AddNew(_words[place], _word.AsSpan(0, key.Length), _word, 0, isWord: true);
    }

    private void AddTerms(int word)
    {
        foreach (var term in TermsOf(word))
        {
            // Not in one expression: a new entry may replace the array.
            var entry = EntryOf(term);
            _counts[entry]++;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowWords()
    {
        Array.Resize(ref _words, Count * 2);
        Array.Resize(ref _ranges, Count * 2);
        Array.Resize(ref _candidates, Count * 2);
        Array.Resize(ref _unknown, Count * 2);
    }

    private int AddNew(int known, ReadOnlySpan<byte> word, byte[] buffer, int at, bool isWord)
    {
        var start = _newTerms.Count;
        if (known > 0)
            _newTerms.AddRange(_lexicon.TermsOf(known));
        else if (_lexicon.HasPrefixes)
            _lexicon.FindPrefixes(buffer, at, word.Length, _newTerms);
        while (_newTolerances.Count < _newTerms.Count)
            _newTolerances.Add(Element.Any);
        if (isWord && word.Length >= _lexicon.MinCorrected && MayCorrect(buffer, at, word.Length))
            AddCorrections(word, start);
        if (_newTerms.Count == start)
            return 0;
        _newStarts.Add(start);
        return _lexicon.WordCount + _newStarts.Count;
    }

    private bool MayCorrect(byte[] buffer, int at, int length) =>
        length > WordKey.Longest || _lexicon.MayCorrect(WordKey.Of(buffer, at, length), length);

    private void AddCorrections(ReadOnlySpan<byte> word, int start)
    {
        _corrections.Clear();
        _lexicon.FindCorrections(word, _corrections);
        var wanted = 0;
        foreach (var correction in _corrections)
            wanted += correction.ForRules ? 1 : 0;
        foreach (var correction in _corrections)
        {
            foreach (var term in _lexicon.TermsOfCorrection(correction))
                AddCorrection(term, correction, wanted, start);
        }
    }

    // A rule tolerates what all candidates satisfy, a guard what any does.
    private void AddCorrection(int term, SpellingCandidate correction, int wanted, int start)
    {
        var tolerances = correction.ForGuards ? Element.OfGuard(correction.Edits) : 0;
        if (correction.ForRules && CountOfRules(term) == wanted)
            tolerances |= Element.OfRule;
        if (tolerances == 0)
            return;
        HasCorrections = true;
        var known = _newTerms.IndexOf(term, start);
        if (known >= 0)
        {
            _newTolerances[known] |= (byte)tolerances;
            return;
        }

        _newTerms.Add(term);
        _newTolerances.Add((byte)tolerances);
    }

    private int CountOfRules(int term)
    {
        var count = 0;
        foreach (var correction in _corrections)
        {
            if (correction.ForRules && _lexicon.TermsOfCorrection(correction).Contains(term))
                count++;
        }

        return count;
    }

    // Such a run is no word, so it has no place; but rules that search raw text may find it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddRun(byte[] buffer, int at, int length)
    {
        if (!_lexicon.Literals.IsEmpty)
        {
            var terms = new Terms(this);
            _lexicon.Literals.Find(buffer.AsSpan(at, length), ref terms);
        }

        var word = Find(buffer, at, length, isWord: false);
        if (word == 0)
            return;
        foreach (var term in TermsOf(word))
            EntryOf(term);
    }

    private int EntryOf(int term)
    {
        ref var entry = ref _entries[term];
        if (entry.Epoch == _epoch)
            return entry.At;
        if (PresentCount == _present.Length)
            GrowPresent();
        entry = new TermEntry(_epoch, PresentCount);
        _present[PresentCount] = term;
        _counts[PresentCount] = 0;
        return PresentCount++;
    }

    private void GrowPresent()
    {
        var size = PresentCount * 2;
        Array.Resize(ref _present, size);
        Array.Resize(ref _counts, size);
        Array.Resize(ref _starts, size);
    }

    private void EndRange()
    {
        if (Count == _words.Length)
            GrowWords();
        _breaks.Add(Count);
        _ranges[Count] = default;
        _words[Count++] = 0;
    }

    private readonly record struct TermEntry(int Epoch, int At);

    private readonly struct Terms(TokenizedIssue text) : ITermSink
    {
        public bool Has(int term) => text.Has(term);

        public void Add(int term) => text.EntryOf(term);
    }

    private readonly struct Sink(TokenizedIssue text) : ITokenConsumer
    {
        public bool WantsRuns => true;

        public bool WantsTexts => !text._lexicon.Literals.IsEmpty;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddWord(byte[] buffer, int at, int length, int start, int end) =>
            text.Add(buffer, at, length, new TextRange(start, end - start));

        public void AddRun(byte[] buffer, int at, int length) => text.AddRun(buffer, at, length);

        public void AddText(ReadOnlySpan<byte> lower, ReadOnlySpan<ulong> runs)
        {
            var terms = new Terms(text);
            text._lexicon.Literals.Find(lower, runs, ref terms);
        }

        public void EndRange() => text.EndRange();
    }
}
