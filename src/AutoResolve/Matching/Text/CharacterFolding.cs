using System.Globalization;
using System.Text;

namespace AutoResolve.Matching.Text;

/// <summary>Makes characters equal that are equal to a reader: case, accents and compatibility forms fold away.</summary>
/// <remarks>Unicode compatibility decomposition (NFKD, UAX #15) without marks, in invariant lower case, and the letters that
/// Unicode does not decompose but people type plainly.</remarks>
internal static class CharacterFolding
{
    private static readonly Dictionary<int, string> Undecomposed = new()
    {
        ['ß'] = "ss", ['ẞ'] = "ss", ['æ'] = "ae", ['Æ'] = "ae", ['œ'] = "oe", ['Œ'] = "oe", ['ø'] = "o", ['Ø'] = "o",
        ['đ'] = "d", ['Đ'] = "d", ['ð'] = "d", ['Ð'] = "d", ['þ'] = "th", ['Þ'] = "th", ['ł'] = "l", ['Ł'] = "l",
        ['ħ'] = "h", ['Ħ'] = "h", ['ŧ'] = "t", ['Ŧ'] = "t", ['ŋ'] = "n", ['Ŋ'] = "n", ['ı'] = "i", ['ς'] = "σ",
    };

    public static CharacterClass Classify(Rune rune)
    {
        if (rune.IsAscii)
            return ClassifyAscii((char)rune.Value);
        if (IsApostrophe(rune.Value))
            return CharacterClass.Apostrophe;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OtherLetter when IsIdeograph(rune.Value) => CharacterClass.Ideograph,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber => CharacterClass.Letter,
            UnicodeCategory.ModifierLetter => CharacterClass.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format => CharacterClass.Invisible,
            _ => CharacterClass.Separator,
        };
    }

    public static CharacterClass ClassifyAscii(char character) =>
        char.IsAsciiLetterOrDigit(character) ? CharacterClass.Letter
        : character is '\'' or '`' ? CharacterClass.Apostrophe
        : CharacterClass.Separator;

    /// <summary>Appends the folded letters of a rune of class letter or ideograph.</summary>
    public static void AppendFolded(Rune rune, StringBuilder folded)
    {
        if (Undecomposed.TryGetValue(rune.Value, out var plain))
        {
            folded.Append(plain);
            return;
        }

        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Undecomposed.TryGetValue(part.Value, out plain))
                folded.Append(plain);
            else if (Rune.GetUnicodeCategory(part) == UnicodeCategory.DecimalDigitNumber)
                folded.Append((char)('0' + (int)Rune.GetNumericValue(part)));
            else if (Rune.IsLetterOrDigit(part))
                folded.Append(Rune.ToLowerInvariant(part));
        }
    }

    // ’ ‘ ‛ ʼ ʹ ´ ′ ＇ and the like.
    private static bool IsApostrophe(int value) =>
        value is 0x2019 or 0x2018 or 0x201B or 0x02BC or 0x02BB or 0x02B9 or 0x00B4 or 0x2032 or 0xFF07 or 0x055A;

    private static bool IsIdeograph(int value) =>
        value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFF);
}
