namespace AutoResolve.Words.Inflection.English;

/// <summary>The sounds of English spelling, as far as inflections need them.</summary>
internal static class Letters
{
    public static bool IsVowel(string word, int index) =>
        word[index] switch
        {
            'a' or 'e' or 'i' or 'o' => true,
            'u' => index == 0 || word[index - 1] != 'q',
            'y' => index > 0 && !IsVowel(word, index - 1),
            _ => false,
        };

    public static bool HasVowel(string word) => Enumerable.Range(0, word.Length).Any(index => IsVowel(word, index));

    /// <summary>Whether it ends consonant, vowel, consonant, where the last is doubled before -ed and -ing: plan, submit.</summary>
    public static bool EndsShort(string word)
    {
        var last = word.Length - 1;
        return last >= 2
            && !IsVowel(word, last)
            && word[last] is not ('w' or 'x' or 'y' or 'h')
            && IsVowel(word, last - 1)
            && !IsVowel(word, last - 2);
    }

    public static bool IsOneSyllable(string word)
    {
        var groups = 0;
        for (var index = 0; index < word.Length; index++)
        {
            if (IsVowel(word, index) && (index == 0 || !IsVowel(word, index - 1)))
                groups++;
        }

        return groups == 1;
    }

    /// <summary>Whether its last letter is always doubled before -ed and -ing.</summary>
    public static bool MustDouble(string word) => EndsShort(word) && IsOneSyllable(word) && !word.EndsWith('s');

    public static bool EndsInSibilant(string word) =>
        word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    public static bool EndsInConsonantAndY(string word) => word[^1] == 'y' && word.Length > 1 && !IsVowel(word, word.Length - 2);
}
