namespace AutoResolve.Matching.Indexing;

/// <summary>The terms that a word satisfies, in one number, so that looking a word up reads as little memory as can be.</summary>
/// <remarks>0: none. Positive: one term and its flags. Negative: the complement of the place of a list: how many, with the flags of all, then each with its own.</remarks>
internal static class WordTerms
{
    /// <summary>A pair of words that rules search may begin with it.</summary>
    public const int MayBeFirst = 1 << 28;

    /// <summary>A pair of words that rules search may end with it.</summary>
    public const int MayBeSecond = 1 << 29;

    /// <summary>Rules are found by it alone.</summary>
    public const int HasPostings = 1 << 30;

    /// <summary>The number of a term, without its flags.</summary>
    public const int Number = MayBeFirst - 1;

    /// <summary>Adds the list of some terms with flags, at least one.</summary>
    public static int Encode(ReadOnlySpan<int> terms, List<int> lists)
    {
        if (terms.Length == 1)
            return terms[0];
        var code = ~lists.Count;
        lists.Add(terms.Length);
        foreach (var term in terms)
        {
            lists[~code] |= term & ~Number;
            lists.Add(term);
        }

        return code;
    }

    /// <summary>The flags of all terms of a word.</summary>
    public static int FlagsOf(int word, ReadOnlySpan<int> lists) => (word >= 0 ? word : lists[~word]) & ~Number;

    /// <summary>The terms of a word, with flags.</summary>
    public static ReadOnlySpan<int> Decode(in int word, ReadOnlySpan<int> lists) => word switch
    {
        0 => [],
        > 0 => new ReadOnlySpan<int>(in word),
        _ => lists.Slice(~word + 1, lists[~word] & Number),
    };
}
