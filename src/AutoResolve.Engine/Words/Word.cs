namespace AutoResolve.Words;

/// <summary>A word of a text.</summary>
/// <param name="Folded">The word as it is compared: folded, without apostrophes and marks.</param>
/// <param name="Start">Its first UTF-16 position in the original text.</param>
/// <param name="Length">Its length in the original text.</param>
/// <param name="Position">Its number among the words. Neighbours differ by one; across a break the numbers are far apart.</param>
public readonly record struct Word(string Folded, int Start, int Length, int Position)
{
    /// <summary>How much farther numbers are apart across a break: more than any "within" (at most 1,000), so that nothing matches across
    /// it, and so little that no text has enough breaks to overflow.</summary>
    public const int Break = 2_000;

    /// <summary>The UTF-16 position after it in the original text.</summary>
    public int End => Start + Length;
}
