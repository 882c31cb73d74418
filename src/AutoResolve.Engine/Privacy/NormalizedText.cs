using System.Buffers;
using System.Globalization;
using System.Text;
using AutoResolve.Seen;

namespace AutoResolve.Privacy;

/// <summary>
/// A text as the finders read it: digits of all scripts are ASCII digits, all dashes, dots and spaces one, invisible characters a mark;
/// what stands there encoded, as in HTML or in a link, is decoded. Each character keeps its place.
/// </summary>
internal static class NormalizedText
{
    /// <summary>Stands for a character that nobody sees: it neither joins nor ends a number.</summary>
    public const char Invisible = '\u200B';

    // "&amp;amp;nbsp;" was encoded three times; nobody means more.
    private const int MaxEncodings = 4;

    // What separates the groups of a number is no longer; a text full of such signs is read once.
    private const int MaxEncodedSigns = 16;

    // What is written like a dash or a dot, and is none by its category.
    private static readonly SearchValues<char> Dashes = SearchValues.Create(
        "\u00AF\u02C9\u02CD\u02D7\u203E\u2043\u2212\u23AF\u23BC\u23BD\u2500\u2501\u2504\u2505\u2574\u2576\u2796\u2F00\u30FC\uFF70\uFFE3"
    );

    private static readonly SearchValues<char> Dots = SearchValues.Create(
        "\u00B7\u0387\u2022\u2023\u2024\u2027\u2219\u22C5\u25AA\u25CF\u25E6\u2981\u3002\u30FB\uFE52\uFF61\uFF65"
    );

    private static readonly SearchValues<char> Encoding = SearchValues.Create("&%");

    /// <summary>Whether a text is itself, as finders read it.</summary>
    public static bool IsPlain(string text) => Ascii.IsValid(text) && !text.AsSpan().ContainsAny(Encoding);

    public static void Write(ReadOnlySpan<char> text, Span<char> plain)
    {
        for (var place = 0; place < text.Length; place++)
        {
            var character = text[place];
            if (Encoding.Contains(character) && Decode(text, place, plain[..place], out var decoded) is > 0 and var length)
            {
                plain.Slice(place, length).Fill(Invisible);
                plain[place] = decoded;
                place += length - 1;
            }
            else if (char.IsAscii(character))
                plain[place] = character;
            else if (char.IsHighSurrogate(character) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
                (plain[place], plain[place + 1]) = Of(new Rune(character, text[++place]));
            else
                plain[place] = Of(character);
        }
    }

    /// <returns>How many characters stand for one; 0 where they are what they look like.</returns>
    private static int Decode(ReadOnlySpan<char> text, int place, ReadOnlySpan<char> before, out char decoded) =>
        text[place] == '%' ? DecodePercent(text, place, before, out decoded) : DecodeEntity(text[place..], out decoded);

    private static int DecodeEntity(ReadOnlySpan<char> text, out char decoded)
    {
        decoded = '\0';
        Span<char> characters = stackalloc char[HtmlEntities.MaxCharacters];
        var skipped = 0;
        for (var times = 0; times < MaxEncodings && StartsWithAmpersand(text, skipped); times++)
            skipped += "amp;".Length;
        var rest = text[skipped..];
        if (skipped > 0)
            rest = string.Concat("&", rest[1..Math.Min(rest.Length, 40)]);
        var length = HtmlEntities.Decode(rest, characters, out var written);
        if (length == 0 || written == 0)
            return 0;
        (decoded, var second) =
            written > 1 && char.IsSurrogatePair(characters[0], characters[1])
                ? Of(new Rune(characters[0], characters[1]))
                : (Of(characters[0]), Invisible);
        return second == Invisible ? skipped + length : 0;
    }

    // At first all of it, later what would be left of it.
    private static bool StartsWithAmpersand(ReadOnlySpan<char> text, int skipped) =>
        text.Length > skipped + 1 && text[(skipped + 1)..].StartsWith("amp;", StringComparison.OrdinalIgnoreCase);

    // "%40" anywhere; what is encoded between two digits separates them, and must not end a link.
    private static int DecodePercent(ReadOnlySpan<char> text, int place, ReadOnlySpan<char> before, out char decoded)
    {
        decoded = text[place..].StartsWith("%40", StringComparison.Ordinal) ? '@' : '_';
        if (decoded == '@')
            return 3;
        if (before.TrimEnd(Invisible) is not [.., >= '0' and <= '9'])
            return 0;
        var (end, signs) = (place, 0);
        while (
            end + 2 < text.Length
            && signs < MaxEncodedSigns
            && text[end] == '%'
            && char.IsAsciiHexDigit(text[end + 1])
            && char.IsAsciiHexDigit(text[end + 2])
        )
            (end, signs) = (end + 3, signs + 1);
        if (end == place || end == text.Length || CharUnicodeInfo.GetDigitValue(text[end]) < 0)
            return 0;
        decoded = text[(place + 1)..(place + 3)] switch
        {
            "2D" or "2d" => '-',
            "2E" or "2e" => '.',
            "2F" or "2f" => '/',
            _ => '_',
        };
        return end - place;
    }

    private static (char First, char Second) Of(Rune rune) =>
        CharUnicodeInfo.GetDigitValue(char.ConvertFromUtf32(rune.Value), 0) is >= 0 and var digit
            ? ((char)('0' + digit), Invisible)
            : ('\uFFFD', '\uFFFD');

    private static char Of(char character)
    {
        if (CharUnicodeInfo.GetDigitValue(character) is >= 0 and var digit)
            return (char)('0' + digit);
        if (Dashes.Contains(character))
            return '-';
        if (Dots.Contains(character))
            return '.';
        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Invisible,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
            _ => character switch
            {
                '\u2018' or '\u2019' or '\u02BC' or '\u00B4' => '\'',
                '\uFE6B' => '@',
                >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
                _ => character,
            },
        };
    }
}
