using AutoResolve.Words.Variants;

namespace AutoResolve.Words;

/// <summary>Tells what stands around digits: whether they are the whole number, and whether it is below zero.</summary>
internal static class NumberSigns
{
    private const int GroupOfDigits = 3;
    private const int MostZeros = 2;

    /// <summary>Whether a number goes on: "20" in "20,000" and "20.50", but not in "20.00", which is 20.</summary>
    /// <param name="behind">What stands behind the digits.</param>
    public static bool GoesOn(ReadOnlySpan<char> behind)
    {
        if (behind is not ['.' or ',', >= '0' and <= '9', ..])
            return false;
        var digits = behind[1..];
        var zeros = digits.IndexOfAnyExcept('0') is var end and >= 0 ? end : digits.Length;
        return zeros is 0 or > MostZeros || digits[zeros..] is [>= '0' and <= '9', ..] or ['.' or ',', >= '0' and <= '9', ..];
    }

    /// <summary>Whether digits are the end of a number whose thousands stand behind a blank: "200" in "1 200".</summary>
    /// <param name="before">What stands before the digits.</param>
    /// <param name="length">How many digits there are.</param>
    /// <param name="byBlank">Whether any blank parts thousands, and not only one that does not break.</param>
    public static bool IsGroup(ReadOnlySpan<char> before, int length, bool byBlank)
    {
        if (
            length != GroupOfDigits
            || before is not [.., >= '0' and <= '9', '\u00a0' or '\u202f' or ' ']
            || (before[^1] == ' ' && !byBlank)
        )
            return false;
        var digits = before[..^1];
        var rest = digits.TrimEnd("0123456789");
        return digits.Length - rest.Length <= GroupOfDigits && (rest.Length == 0 || !char.IsLetterOrDigit(rest[^1]));
    }

    /// <summary>Whether a code goes on behind its number: "-10EZ".</summary>
    public static bool GoesOnAsCode(ReadOnlySpan<char> behind)
    {
        if (behind is not ['-', >= '0' and <= '9', ..])
            return false;
        var rest = behind[1..].TrimStart("0123456789");
        return rest is [var next, ..] && char.IsLetter(next);
    }

    /// <summary>
    /// Whether the sign of a number below zero stands before it: "It shows -18", but neither "10 -18" nor an item of a list.
    /// </summary>
    public static bool IsBelowZero(ReadOnlySpan<char> before, ReadOnlySpan<char> text)
    {
        if (before is not [.. var rest, '-' or '−'])
            return false;
        var said = rest.TrimEnd(WordSigns.Blanks);
        if (said.Length == rest.Length && rest is not ([] or [.., '(']))
            return false;
        return said switch
        {
            [] => text.IndexOf("\n-") < 0,
            [.., '\n' or '\r' or '-'] => false,
            [.., var last] => !char.IsAsciiDigit(last),
        };
    }

    /// <summary>Whether that is said: "minus 18", but neither "20 minus 18" nor "al menos 18", at least.</summary>
    public static bool IsSaidBelowZero(ReadOnlySpan<char> before)
    {
        var said = before.TrimEnd(WordSigns.Blanks);
        var word = WordSigns.LastWord(said);
        if (said.Length == before.Length || !Numerals.IsMinus(word))
            return false;
        var rest = said[..^word.Length].TrimEnd(WordSigns.Blanks);
        return rest is not [.., >= '0' and <= '9'] && !Numerals.IsBeforeLeast(WordSigns.LastWord(rest));
    }
}
