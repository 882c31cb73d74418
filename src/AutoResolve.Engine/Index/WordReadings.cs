using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using AutoResolve.Words;

namespace AutoResolve.Index;

/// <summary>
/// What words say to the rules: their terms as they stand, as what they may be misspelt for, and by letters in them. Used again for issue
/// after issue.
/// </summary>
/// <remarks>Texts mostly repeat the words of other texts, so what a word says is remembered; it is the same in every text.</remarks>
internal sealed class WordReadings
{
    private const int RememberedBits = 13;
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    // So many words beside those of the lexicon are kept from one issue to the next.
    private const int MaxOthers = 2048;

    private readonly Lexicon _lexicon;

    // The words read last, each at the place that its letters tell.
    private readonly (WordKey Key, int Word)[] _remembered = new (WordKey, int)[1 << RememberedBits];
    private readonly byte[] _word = new byte[WordKey.Longest + WordScanner.Padding];

    // Words that are not in the lexicon, or not only as they stand, and yet satisfy terms get numbers behind it. Of each term a bit for
    // each tolerance with which the word satisfies it.
    private readonly List<OtherWord> _others = [];
    private readonly List<int> _terms = [];
    private readonly List<byte> _tolerances = [];
    private readonly List<int> _literals = [];
    private readonly List<SpellingCandidate> _corrections = [];

    public WordReadings(Lexicon lexicon) => _lexicon = lexicon;

    /// <summary>Begins with another issue: the numbers of words may be others than in the issue before.</summary>
    public void Begin()
    {
        if (_others.Count <= MaxOthers)
            return;
        Array.Clear(_remembered);
        _others.Clear();
        _terms.Clear();
        _tolerances.Clear();
        _literals.Clear();
    }

    /// <summary>The number of a word, where it is remembered; else any number.</summary>
    /// <param name="key">The word; the key is the word.</param>
    /// <param name="isNew">1 where it is not remembered, else 0: no branch depends on it, since no processor could guess it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Remembered(in WordKey key, out int isNew)
    {
        ref readonly var known = ref _remembered[PlaceOf(in key)];
        isNew = known.Key == key ? 0 : 1;
        return known.Word;
    }

    /// <summary>The number of a short word; 0 where it says nothing.</summary>
    /// <param name="key">The word; the key is the word.</param>
    public int Read(in WordKey key)
    {
        var word = Remembered(in key, out var isNew);
        if (isNew == 0)
            return word;
        key.CopyTo(_word);
        var length = key.Length;
        word = Read(_lexicon.MayHave(in key) == 0 ? 0 : _lexicon.Find(in key), _word, 0, length, in key);

        // What identifies a person has digits.
        if (!_word.AsSpan(0, length).ContainsAnyInRange((byte)'0', (byte)'9'))
            _remembered[PlaceOf(in key)] = (key, word);
        return word;
    }

    /// <summary>The number of a word; 0 where it says nothing. Parameters as in <see cref="ITokenConsumer.AddWord"/>.</summary>
    public int Read(byte[] buffer, int at, int length) =>
        Read(_lexicon.Find(buffer, at, length), buffer, at, length, WordKey.Of(buffer, at, length));

    /// <summary>The terms that a word satisfies.</summary>
    public ReadOnlySpan<int> TermsOf(int word)
    {
        if (word <= _lexicon.WordCount)
            return _lexicon.TermsOf(word);
        ref readonly var other = ref Other(word);
        return CollectionsMarshal.AsSpan(_terms).Slice(other.Terms, other.TermCount);
    }

    /// <summary>The terms of letters that are in a word.</summary>
    public ReadOnlySpan<int> LiteralsOf(int word)
    {
        if (word <= _lexicon.WordCount)
            return _lexicon.LiteralsOf(word);
        ref readonly var other = ref Other(word);
        return CollectionsMarshal.AsSpan(_literals).Slice(other.Literals, other.LiteralCount);
    }

    /// <summary>Whether a word may be another one misspelt.</summary>
    public bool HasCorrections(int word) => word > _lexicon.WordCount && Other(word).HasCorrections;

    /// <summary>The key, as classifiers know words, of what a word is misspelt for; 0 where that is nothing, or not certain.</summary>
    public ulong MeantBy(int word) => word > _lexicon.WordCount ? Other(word).Meant : 0;

    /// <summary>Whether a word satisfies an element of a phrase.</summary>
    public bool Satisfies(int element, int word)
    {
        var term = TermsOf(word).IndexOf(Element.TermOf(element));
        return term >= 0
            && (word <= _lexicon.WordCount || (_tolerances[Other(word).Terms + term] >> Element.ToleranceOf(element) & 1) != 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(in WordKey key) => (int)((key.First ^ (key.Second * Mixer)) * Mixer >> (64 - RememberedBits));

    private ref readonly OtherWord Other(int word) => ref CollectionsMarshal.AsSpan(_others)[word - _lexicon.WordCount - 1];

    private int Read(int known, byte[] buffer, int at, int length, in WordKey key)
    {
        if (known > 0 && !_lexicon.MayBeMisspelt(known))
            return known;
        var (terms, literals) = (_terms.Count, _literals.Count);
        if (known > 0)
            _terms.AddRange(_lexicon.TermsOf(known));
        else if (_lexicon.HasPrefixes)
            _lexicon.FindPrefixes(buffer, at, length, _terms);
        while (_tolerances.Count < _terms.Count)
            _tolerances.Add(Element.Any);
        _corrections.Clear();
        if (length >= _lexicon.MinCorrected && (length > WordKey.Longest || _lexicon.MayCorrect(in key, length)))
            _lexicon.FindCorrections(buffer.AsSpan(at, length), _corrections);
        var hasCorrections = AddCorrections(terms);
        var meant = _lexicon.MeantBy(CollectionsMarshal.AsSpan(_corrections));
        var sink = new Literals(_literals, literals);
        _lexicon.Literals.Find(buffer, at, length, ref sink);
        if (_terms.Count == terms && _literals.Count == literals && meant == 0)
            return 0;
        _others.Add(new OtherWord(terms, _terms.Count - terms, literals, _literals.Count - literals, hasCorrections, meant));
        return _lexicon.WordCount + _others.Count;
    }

    private bool AddCorrections(int start)
    {
        var wanted = 0;
        foreach (var correction in _corrections)
            wanted += correction.ForRules ? 1 : 0;
        var isAny = false;
        foreach (var correction in _corrections)
        {
            foreach (var term in _lexicon.TermsOfCorrection(correction))
                isAny |= AddCorrection(term, correction, wanted, start);
        }

        return isAny;
    }

    // A rule tolerates what all candidates satisfy, a guard what any does.
    private bool AddCorrection(int term, SpellingCandidate correction, int wanted, int start)
    {
        var tolerances = correction.ForGuards ? Element.OfGuard(correction.Edits) : 0;
        if (correction.ForRules && CountOfRules(term) == wanted)
            tolerances |= Element.OfRule;
        if (correction.IsCompound)
            tolerances |= Element.OfCompound;
        if (tolerances == 0)
            return false;
        var known = _terms.IndexOf(term, start);
        if (known >= 0)
        {
            _tolerances[known] |= (byte)tolerances;
            return true;
        }

        _terms.Add(term);
        _tolerances.Add((byte)tolerances);
        return true;
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

    /// <param name="Terms">Where its terms begin.</param>
    /// <param name="TermCount">How many there are.</param>
    /// <param name="Literals">Where the terms of its letters begin.</param>
    /// <param name="LiteralCount">How many there are.</param>
    /// <param name="HasCorrections">Whether it may be another word misspelt.</param>
    /// <param name="Meant">See <see cref="MeantBy"/>.</param>
    private readonly record struct OtherWord(int Terms, int TermCount, int Literals, int LiteralCount, bool HasCorrections, ulong Meant);

    private readonly struct Literals(List<int> terms, int start) : ITermSink
    {
        public bool Has(int term) => terms.IndexOf(term, start) >= 0;

        public void Add(int term) => terms.Add(term);
    }
}
