namespace AutoResolve.Words.Denials;

/// <summary>How people misspell a word by a slip of the hand: a letter is missing, doubled, or in the place of the next.</summary>
internal static class Slips
{
    private const int MinMissing = 5;

    /// <summary>The first letter stays.</summary>
    public static IEnumerable<string> Of(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if (word.Length >= MinMissing)
                yield return word.Remove(at, 1);
            yield return word.Insert(at, word[at..(at + 1)]);
            if (at + 1 < word.Length)
                yield return word[..at] + word[at + 1] + word[at] + word[(at + 2)..];
        }
    }
}
