namespace AutoResolve.Index;

/// <summary>Finds the keys of two words side by side that may have postings. Used again for text after text.</summary>
/// <param name="index">The postings.</param>
/// <param name="text">The words of the issue.</param>
internal sealed class PairKeys(RuleIndex index, TokenizedIssue text)
{
    // All are gathered before the first is looked up, so that the processor need not wait for one before the next.
    private ulong[] _keys = new ulong[256];
    private int _count;

    /// <summary>The keys, in the order of the words. Valid until the next call.</summary>
    /// <param name="part">Which words of the issue.</param>
    /// <param name="source">In what the words stand, see <see cref="Anchor"/>.</param>
    /// <param name="partitions">The partitions of the index.</param>
    public ReadOnlySpan<ulong> Find(Range part, int source, List<int> partitions)
    {
        _count = 0;
        var words = text.Words[part];
        var pairs = index.PairWords;
        var mayFollow = false;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            var flags = word < pairs.Length ? pairs[word] : FlagsOf(word);
            if (mayFollow && (flags & PairFlags.Second) != 0)
                Add(words[at - 1], word, source, partitions);
            mayFollow = (flags & PairFlags.First) != 0;
        }

        return _keys.AsSpan(0, _count);
    }

    private int FlagsOf(int word)
    {
        var flags = 0;
        foreach (var term in text.TermsOf(word))
            flags |= index.PairTerms[term];
        return flags;
    }

    private void Add(int left, int right, int source, List<int> partitions)
    {
        foreach (var first in text.TermsOf(left))
        {
            if ((index.PairTerms[first] & PairFlags.First) == 0)
                continue;
            foreach (var second in text.TermsOf(right))
            {
                if ((index.PairTerms[second] & PairFlags.Second) == 0)
                    continue;
                foreach (var partition in partitions)
                    Add(new Anchor(AnchorKind.Pair, source, first, second).KeyIn(partition));
            }
        }
    }

    private void Add(ulong key)
    {
        if (_count == _keys.Length)
            Array.Resize(ref _keys, _count * 2);
        _keys[_count] = key;
        _count += index.Postings.MayHave(key);
    }
}
