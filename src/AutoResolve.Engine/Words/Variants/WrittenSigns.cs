namespace AutoResolve.Words.Variants;

/// <summary>Reads the signs with which an author wrote a word, where it would be another word without them.</summary>
internal static class WrittenSigns
{
    private const string Currencies = "$£€¥₹";
    private const int LongestWithSigns = 3;
    private const int GroupOfDigits = 3;

    /// <param name="phrase">The phrase.</param>
    /// <param name="start">Where the word begins in it.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="word">The word, folded.</param>
    /// <param name="isAlone">Whether it is the whole phrase.</param>
    /// <param name="language">What single words find in the language of the phrase.</param>
    public static WordSigns Of(string phrase, int start, int end, string word, bool isAlone, WordVariants language)
    {
        var isNumber = AmountReader.IsNumber(word);
        var hasApostrophe = word.Length < end - start;
        var before = start == 0 ? ' ' : phrase[start - 1];
        var behind = phrase.AsSpan(end);
        var isOrdinal = language.IsOrdinal(word);
        var sign = Before(phrase, start, word, isAlone, language.Data.Thousands);
        return new WordSigns(sign, IsNumberStop(behind, word, language) ? StopOf(isAlone) : After(behind, word, isNumber))
        {
            IsWholeBefore =
                isNumber || language.IsQuantity(word)
                    ? before is not ('.' or ',') && sign != WordSigns.GroupedByBlank
                    : (isOrdinal || language.IsNumeral(word)) && !WordSigns.IsBehindTens(phrase.AsSpan(0, start)),
            IsOrdinal = isOrdinal,
            IsWholeBehind = isNumber
                ? behind is not ['.' or ',', >= '0' and <= '9', ..]
                : Numerals.IsTens(word) && !WordSigns.IsBeforeOnes(word, behind),
            HasThousandsBehindBlank = isNumber && word.Length == GroupOfDigits && sign == '\0' && language.HasThousandsByBlank,
            EndsCode = isNumber && !isAlone && IsEnd(behind),
            IsPositive = isNumber && phrase.AsSpan(0, start).Trim().IsEmpty,
            HasApostrophe = hasApostrophe && language.NeedApostrophe.Contains(word),
            HasNoApostrophe = !hasApostrophe && language.NeedApostrophe.Contains(word),
            Capitals = isAlone && language.NeedCapitals.Contains(word) ? CountCapitals(phrase.AsSpan(start, end - start)) : 0,
            IsSmall = language.NeedSmall.Contains(word) && phrase.AsSpan(start, end - start).ContainsAnyInRange('a', 'z'),
        };
    }

    /// <summary>The signs before and behind a word of a wording. Parameters as in <see cref="Of"/>.</summary>
    public static WordSigns Around(string wording, int start, int end, string word, WordVariants language)
    {
        if (AmountReader.IsNumber(word))
            return WordSigns.None;
        return new WordSigns(
            Before(wording, start, word, isAlone: false, language.Data.Thousands),
            After(wording.AsSpan(end), word, isNumber: false)
        );
    }

    /// <summary>Whether an apostrophe is meant, of a word that is another one without it.</summary>
    public static WordSigns OfApostrophe(Word word) =>
        word.Folded.Length < word.Length ? WordSigns.None with { HasApostrophe = true } : WordSigns.None with { HasNoApostrophe = true };

    // "Claim no. 5" is a number; "claim no benefits" is not.
    private static bool IsNumberStop(ReadOnlySpan<char> behind, string word, WordVariants language) =>
        behind is ['.', ..]
        && language.Data.Abbreviations.Any(line => line.AsSpan(line.IndexOf(' ', StringComparison.Ordinal) + 1).SequenceEqual(word));

    private static string StopOf(bool isAlone) => isAlone ? WordSigns.NumberStop : ".";

    private static bool IsEnd(ReadOnlySpan<char> behind)
    {
        foreach (var character in behind)
        {
            if (char.IsLetterOrDigit(character))
                return false;
        }

        return true;
    }

    private static char Before(string phrase, int start, string word, bool isAlone, string thousands)
    {
        var isNumber = word.All(char.IsAsciiDigit);
        var isFirst = start < 2 || char.IsWhiteSpace(phrase[start - 2]);
        var isBehindDigit = start > 1 && char.IsAsciiDigit(phrase[start - 2]);
        return start == 0
            ? '\0'
            : phrase[start - 1] switch
            {
                '-' or '−' when isFirst && isNumber => '-',
                '.' when isFirst && !isNumber => '.',
                '#' when isNumber && isAlone => '#',
                ':' when phrase.AsSpan(start).StartsWith("00") && isBehindDigit => ':',
                '/' when isNumber && isBehindDigit => '/',
                var before when isNumber && isBehindDigit => BetweenDigits(phrase.AsSpan(0, start - 1), before, word, thousands),
                var before when Currencies.Contains(before, StringComparison.Ordinal) => before,
                _ => '\0',
            };
    }

    // "1.000" is a thousand, "2.5" is none.
    private static char BetweenDigits(ReadOnlySpan<char> digits, char sign, string word, string thousands)
    {
        var isGroup = word.Length == GroupOfDigits && digits.Length - digits.TrimEnd("0123456789").Length <= GroupOfDigits;
        return sign switch
        {
            '.' or ',' when isGroup && thousands.Contains(sign, StringComparison.Ordinal) => WordSigns.Grouped,
            '.' or ',' => WordSigns.Fraction,
            '\u00a0' or '\u202f' when isGroup => WordSigns.Grouped,
            ' ' when isGroup && thousands.Contains(' ', StringComparison.Ordinal) => WordSigns.GroupedByBlank,
            _ => '\0',
        };
    }

    private static string After(ReadOnlySpan<char> behind, string word, bool isNumber)
    {
        if (isNumber)
            return behind.TrimStart(WordSigns.Blanks) switch
            {
                ['%', ..] => "%",
                ['/', var next, ..] when char.IsAsciiDigit(next) => "/",
                [var sign, .. var rest] when Currencies.Contains(sign, StringComparison.Ordinal) && rest is not [>= '0' and <= '9', ..] =>
                    sign.ToString(),
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
