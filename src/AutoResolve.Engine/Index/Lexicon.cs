using System.Runtime.CompilerServices;
using System.Text;
using AutoResolve.Words;
using AutoResolve.Words.Features;

namespace AutoResolve.Index;

/// <summary>The words that rules know, and for each the terms that it satisfies. Immutable.</summary>
/// <remarks>A term is what a rule wants of one word: to be one of several forms, to begin so, or to have a part. Terms are numbered from
/// 1.</remarks>
internal sealed class Lexicon
{
    private readonly WordTable _words;
    private readonly SpellingTable _spelling;

    // By the number of a word that may be misspelt: its number among the words here; 0 where no rule in the index has it.
    private readonly int[] _corrected;
    private readonly WordTable _prefixes;

    // By first byte, a bit for each length of prefix; the last bit stands for all longer ones.
    private readonly ulong[] _prefixLengths;
    private readonly int[] _prefixTerms;
    private readonly int[] _longPrefixes;

    // By word, whether it may be another word misspelt, so that what rules make of it is not all.
    private readonly bool[] _isMisspelt;

    // By word: its term; of several the complement of where they are among the rest, their number first.
    private readonly int[] _terms;
    private readonly int[] _several;

    // The terms of letters that are in each word; and by word, where they begin.
    private readonly int[] _literals;
    private readonly int[] _literalStarts;

    /// <param name="builder">What it holds.</param>
    /// <param name="spelling">By which misspelt words are read.</param>
    /// <param name="withDenials">Whether it has the words without which nothing is denied.</param>
    public Lexicon(LexiconBuilder builder, SpellingTable spelling, bool withDenials)
    {
        _spelling = spelling;
        (_words, _prefixes) = (builder.Words, builder.Prefixes);
        _prefixTerms = [.. builder.PrefixTerms];
        _prefixLengths = builder.PrefixLengths;
        _longPrefixes = [.. builder.LongPrefixes];
        Literals = new LiteralIndex(builder.Literals);
        DenialTerm = withDenials ? builder.AddDenials() : 0;
        TermCount = builder.TermCount;
        (_terms, _several) = builder.TermsByWord(this);
        _words.TrimExcess();
        _corrected = new int[spelling.Count];
        for (var word = 0; word < _corrected.Length; word++)
            _corrected[word] = _words.Find(Encoding.ASCII.GetBytes(spelling[word]));
        MinCorrected = spelling.MinTyped;
        (_literals, _literalStarts) = LiteralsByWord(builder.Texts);
        _isMisspelt = [.. builder.Texts.Prepend("").Select(IsMisspelt)];
    }

    /// <summary>How many words there are; their numbers are 1 to this.</summary>
    public int WordCount => _words.Count;

    /// <summary>How many terms there are; their numbers are 1 to this.</summary>
    public int TermCount { get; }

    /// <summary>The term of the words without which nothing is denied; 0 where it has none.</summary>
    public int DenialTerm { get; }

    /// <summary>Whether a word that no rule has may still satisfy a term.</summary>
    public bool HasPrefixes => _prefixes.Count > 0;

    /// <summary>The letters and digits that conditions on raw text want.</summary>
    public LiteralIndex Literals { get; }

    /// <inheritdoc cref="SpellingTable.MinTyped"/>
    public int MinCorrected { get; }

    /// <summary>Whether a word of the lexicon may be another word misspelt, too.</summary>
    public bool MayBeMisspelt(int word) => _isMisspelt[word];

    /// <inheritdoc cref="SpellingTable.MayFind"/>
    public bool MayCorrect(in WordKey key, int length) => _spelling.MayFind(in key, length);

    /// <inheritdoc cref="SpellingTable.Find"/>
    public void FindCorrections(ReadOnlySpan<byte> word, List<SpellingCandidate> candidates) => _spelling.Find(word, candidates);

    /// <inheritdoc cref="MeantFeature.KeyOf(SpellingTable, ReadOnlySpan{SpellingCandidate})"/>
    public ulong MeantBy(ReadOnlySpan<SpellingCandidate> candidates) => MeantFeature.KeyOf(_spelling, candidates);

    /// <summary>The terms that a misspelt word satisfies where it is this one.</summary>
    public ReadOnlySpan<int> TermsOfCorrection(SpellingCandidate candidate) => TermsOf(_corrected[candidate.Word]);

    /// <summary>The terms of letters that are in a word.</summary>
    public ReadOnlySpan<int> LiteralsOf(int word) =>
        _literals.Length == 0 ? [] : _literals.AsSpan(_literalStarts[word], _literalStarts[word + 1] - _literalStarts[word]);

    /// <inheritdoc cref="WordTable.MayHave"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MayHave(in WordKey key) => _words.MayHave(in key);

    /// <inheritdoc cref="WordTable.Find(byte[], int, int)"/>
    public int Find(byte[] buffer, int at, int length) => _words.Find(buffer, at, length);

    /// <inheritdoc cref="WordTable.Find(in WordKey)"/>
    public int Find(in WordKey key) => _words.Find(in key);

    /// <summary>The terms that a word satisfies.</summary>
    public ReadOnlySpan<int> TermsOf(int word)
    {
        var term = _terms[word];
        return term > 0 ? _terms.AsSpan(word, 1) : _several.AsSpan(~term + 1, _several[~term]);
    }

    /// <summary>
    /// Adds the terms that any word satisfies which begins so. Other parameters as in
    /// <see cref="WordTable.Find(byte[], int, int)"/>.
    /// </summary>
    public void FindPrefixes(byte[] buffer, int at, int length, List<int> terms)
    {
        for (var lengths = _prefixLengths[buffer[at]]; lengths != 0; lengths &= lengths - 1)
        {
            var prefix = System.Numerics.BitOperations.TrailingZeroCount(lengths);
            if (prefix > length)
                break;
            if (prefix < LexiconBuilder.LongPrefix)
                AddPrefix(buffer, at, prefix, terms);
            else
                AddLongPrefixes(buffer, at, length, terms);
        }
    }

    private (int[] Literals, int[] Starts) LiteralsByWord(IReadOnlyList<string> words)
    {
        var sink = new LiteralTermsOfWord([], []);
        var starts = new int[words.Count + 2];
        for (var word = 1; word <= words.Count; word++)
        {
            starts[word] = sink.Terms.Count;
            sink.Begin();
            var padded = Encoding.UTF8.GetBytes(words[word - 1] + new string('\0', WordScanner.Padding));
            Literals.Find(padded, 0, padded.Length - WordScanner.Padding, ref sink);
        }

        starts[^1] = sink.Terms.Count;
        return ([.. sink.Terms], starts);
    }

    private bool IsMisspelt(string word)
    {
        List<SpellingCandidate> candidates = [];
        _spelling.Find(Encoding.UTF8.GetBytes(word), candidates);
        return candidates.Count > 0;
    }

    private void AddLongPrefixes(byte[] buffer, int at, int length, List<int> terms)
    {
        foreach (var prefix in _longPrefixes)
        {
            if (prefix <= length)
                AddPrefix(buffer, at, prefix, terms);
        }
    }

    private void AddPrefix(byte[] buffer, int at, int length, List<int> terms)
    {
        var found = _prefixes.Find(buffer, at, length);
        if (found > 0)
            terms.Add(_prefixTerms[found - 1]);
    }

    private readonly struct LiteralTermsOfWord(List<int> terms, HashSet<int> known) : ITermSink
    {
        public List<int> Terms => terms;

        public void Begin() => known.Clear();

        public bool Has(int term) => known.Contains(term);

        public void Add(int term)
        {
            known.Add(term);
            terms.Add(term);
        }
    }
}
