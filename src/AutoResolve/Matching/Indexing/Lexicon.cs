namespace AutoResolve.Matching.Indexing;

/// <summary>The words that rules know, and for each the terms that it satisfies. Immutable.</summary>
/// <remarks>A term is what a rule wants of one word: to be one of several forms, to begin so, or to have a part. Terms are numbered from 1.</remarks>
internal sealed class Lexicon
{
    private readonly WordTable _words;
    private readonly WordTable _prefixes;
    private readonly WordTable _parts;

    // By first byte, a bit for each length of prefix; the last bit stands for all longer ones.
    private readonly ulong[] _prefixLengths;
    private readonly int[] _prefixTerms;
    private readonly int[] _longPrefixes;
    private readonly int[] _partTerms;
    private readonly int[] _partLengths;
    private readonly int[] _lists;
    private readonly int[] _flags;

    /// <param name="builder">What all rules use.</param>
    /// <param name="flags">By term, flags of <see cref="WordTerms"/>.</param>
    public Lexicon(LexiconBuilder builder, int[] flags)
    {
        _flags = flags;
        (_words, _prefixes, _parts) = (builder.Words, builder.Prefixes, builder.Parts);
        (_prefixTerms, _partTerms) = ([.. builder.PrefixTerms], [.. builder.PartTerms]);
        _prefixLengths = builder.PrefixLengths;
        _longPrefixes = [.. builder.LongPrefixes];
        _partLengths = [.. builder.PartLengths];
        TermCount = builder.TermCount;
        (var words, _lists) = builder.TermsByWord(this, flags);
        _words.SetValues(words);
    }

    /// <summary>How many terms there are; their numbers are 1 to this.</summary>
    public int TermCount { get; }

    /// <summary>Whether a word that no rule has may still satisfy a term.</summary>
    public bool HasParts => _prefixes.Count + _parts.Count > 0;

    /// <summary>The lists of terms that <see cref="WordTerms"/> refer to.</summary>
    public ReadOnlySpan<int> Lists => _lists;

    /// <summary>The flags of a term.</summary>
    public int FlagsOf(int term) => _flags[term];

    /// <returns>What the word satisfies, as <see cref="WordTerms"/>; 0 where rules do not know it. Parameters as in <see cref="WordTable.Find"/>.</returns>
    public int Find(byte[] buffer, int at, int length) => _words.Find(buffer, at, length);

    /// <summary>Adds the terms that any word satisfies which begins so or has such a part. Other parameters as in <see cref="WordTable.Find"/>.</summary>
    public void FindParts(byte[] buffer, int at, int length, List<int> terms)
    {
        var first = terms.Count;
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

        foreach (var part in _partLengths)
        {
            for (var start = at; start + part <= at + length; start++)
            {
                var found = _parts.Find(buffer, start, part);
                if (found > 0 && terms.IndexOf(_partTerms[found - 1], first) < 0)
                    terms.Add(_partTerms[found - 1]);
            }
        }
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
}
