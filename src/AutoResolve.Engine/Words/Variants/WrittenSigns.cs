namespace AutoResolve.Words.Variants;

/// <summary>Reads the signs with which an author wrote a word, where it would be another word without them.</summary>
internal static class WrittenSigns
{
    private const string Currencies = "$£€¥";
    private const int LongestWithSigns = 3;

    /// <param name="phrase">The phrase.</param>
    /// <param name="start">Where the word begins in it.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="word">The word, folded.</param>
    /// <param name="isAlone">Whether it is the whole phrase.</param>
    public static WordSigns Of(string phrase, int start, int end, string word, bool isAlone)
    {
        var isNumber = word.All(char.IsAsciiDigit);
        var hasApostrophe = word.Length < end - start;
        var before = start == 0 ? ' ' : phrase[start - 1];
        var behind = phrase.AsSpan(end);
        return new WordSigns(Before(phrase, start, before, isNumber), After(behind, word, isNumber))
        {
            IsWholeBefore = isNumber ? before is not ('.' or ',') : WordVariants.IsNumeral(word),
            IsWholeBehind = isNumber && behind is not ['.' or ',', >= '0' and <= '9', ..],
            HasApostrophe = hasApostrophe && WordVariants.NeedApostrophe.Contains(word),
            HasNoApostrophe = !hasApostrophe && WordVariants.NeedApostrophe.Contains(word),
            Capitals = isAlone && WordVariants.NeedCapitals.Contains(word) ? CountCapitals(phrase.AsSpan(start, end - start)) : 0,
        };
    }

    /// <summary>Whether an apostrophe is meant, of a word that is another one without it.</summary>
    public static WordSigns OfApostrophe(Word word) =>
        word.Folded.Length < word.Length ? WordSigns.None with { HasApostrophe = true } : WordSigns.None with { HasNoApostrophe = true };

    private static char Before(string phrase, int start, char before, bool isNumber)
    {
        var isFirst = start < 2 || char.IsWhiteSpace(phrase[start - 2]);
        return before switch
        {
            '-' or '−' when isFirst && isNumber => '-',
            '.' when isFirst && !isNumber => '.',
            '/' when isNumber && start > 1 && char.IsAsciiDigit(phrase[start - 2]) => '/',
            _ when Currencies.Contains(before, StringComparison.Ordinal) => before,
            _ => '\0',
        };
    }

    private static string After(ReadOnlySpan<char> behind, string word, bool isNumber)
    {
        if (isNumber)
            return behind.TrimStart(' ') switch
            {
                ['%', ..] => "%",
                ['/', var next, ..] when char.IsAsciiDigit(next) => "/",
                _ => "",
            };
        if (word.Length > LongestWithSigns)
            return "";
        return behind switch
        {
            ['#', ..] => "#",
            ['+', '+', ..] => "++",
            ['+', ..] => "+",
            ['-'] when word.Length == 1 => "-",
            ['&', ..] => "&",
            _ => "",
        };
    }

    private static int CountCapitals(ReadOnlySpan<char> word)
    {
        var small = word.IndexOfAnyInRange('a', 'z');
        return small < 0 ? word.Length : small;
    }
}
