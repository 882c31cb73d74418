using System.Globalization;
using System.Text;

namespace AutoResolve.Privacy;

/// <summary>
/// A text as the finders read it: digits of all scripts are ASCII digits, all dashes and spaces one, invisible characters a mark. Each
/// character keeps its place.
/// </summary>
internal static class NormalizedText
{
    /// <summary>Stands for a character that nobody sees: it neither joins nor ends a number.</summary>
    public const char Invisible = '\u200B';

    public static void Write(ReadOnlySpan<char> text, Span<char> plain)
    {
        for (var place = 0; place < text.Length; place++)
        {
            var character = text[place];
            if (char.IsAscii(character))
                plain[place] = character;
            else if (char.IsHighSurrogate(character) && place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]))
                (plain[place], plain[place + 1]) = Of(new Rune(character, text[++place]));
            else
                plain[place] = Of(character);
        }
    }

    private static (char First, char Second) Of(Rune rune) =>
        CharUnicodeInfo.GetDecimalDigitValue(char.ConvertFromUtf32(rune.Value), 0) is >= 0 and var digit
            ? ((char)('0' + digit), Invisible)
            : ('\uFFFD', '\uFFFD');

    private static char Of(char character)
    {
        if (CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit)
            return (char)('0' + digit);
        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Invisible,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => '\n',
            _ => character switch
            {
                '\u2212' => '-',
                '\u2019' or '\u02BC' => '\'',
                >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
                _ => character,
            },
        };
    }
}
