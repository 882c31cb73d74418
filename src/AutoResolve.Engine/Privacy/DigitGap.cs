using System.Buffers;
using System.Globalization;

namespace AutoResolve.Privacy;

/// <summary>What stands between two runs of digits.</summary>
/// <param name="Kind">Whether it may separate the groups of one number.</param>
/// <param name="Signs">What is seen of it but blanks, as a number by which two are compared.</param>
internal readonly record struct DigitGap(DigitGapKind Kind, int Signs)
{
    private const int MaxSigns = 4;
    private const int MaxBlanks = 12;
    private const int MaxTagLength = 24;

    // What people say for a sign.
    private static readonly string[] Spoken =
    [
        "dash",
        "hyphen",
        "minus",
        "space",
        "dot",
        "point",
        "period",
        "slash",
        "underscore",
        "guion",
        "guión",
        "punto",
        "espacio",
    ];

    // How they begin: nearly all words are none.
    private static readonly SearchValues<char> SpokenLetters = SearchValues.Create([
        .. Spoken.SelectMany(word => new[] { word[0], char.ToUpperInvariant(word[0]) }),
    ]);

    /// <summary>Nothing that separates groups.</summary>
    public static DigitGap Apart => default;

    public static DigitGap Of(ReadOnlySpan<char> between)
    {
        var (signs, count, blanks, isList, isLine) = (0, 0, 0, false, false);
        for (var place = 0; place < between.Length; place++)
        {
            var character = between[place];
            if (character == NormalizedText.Invisible)
                continue;
            if (char.IsWhiteSpace(character))
            {
                if (++blanks > MaxBlanks)
                    return Apart;
                isLine |= character is '\n' or '\r';
                continue;
            }

            var length = LengthOf(between[place..]);
            if (length == 0 || ++count > MaxSigns)
                return Apart;
            isList |= character is ',' or ';' or ':';
            signs = HashCode.Combine(signs, length == 1 ? character : 'a');
            place += length - 1;
        }

        var kind = isLine ? DigitGapKind.Line : DigitGapKind.Sign;
        return new(isList ? DigitGapKind.List : kind, signs);
    }

    // A sign, a tag of HTML, or the name of a sign; 0 for what else has letters, and for what says what a number is.
    private static int LengthOf(ReadOnlySpan<char> text)
    {
        if (text[0] == '<' && text[..Math.Min(text.Length, MaxTagLength)].IndexOf('>') is > 1 and var end)
            return end + 1;
        if (!char.IsLetter(text[0]))
            return text[0] is '%' or '@' or '#' || char.GetUnicodeCategory(text[0]) == UnicodeCategory.CurrencySymbol ? 0 : 1;
        if (!SpokenLetters.Contains(text[0]))
            return 0;
        foreach (var word in Spoken)
        {
            if (
                text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (text.Length == word.Length || !char.IsLetter(text[word.Length]))
            )
                return word.Length;
        }

        return 0;
    }
}

/// <summary>Whether what stands between two runs of digits may separate the groups of one number.</summary>
internal enum DigitGapKind
{
    /// <summary>It does not: words, other signs.</summary>
    Apart,

    /// <summary>Signs and blanks, such as people put between groups.</summary>
    Sign,

    /// <summary>A line ends.</summary>
    Line,

    /// <summary>What stands between the members of a list and the parts of a time, too.</summary>
    List,
}
