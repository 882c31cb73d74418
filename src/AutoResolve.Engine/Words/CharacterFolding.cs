using System.Globalization;
using System.Text;

namespace AutoResolve.Words;

/// <summary>Makes characters equal that are equal to a reader: case, accents and compatibility forms fold away.</summary>
/// <remarks>Unicode compatibility decomposition (NFKD, UAX #15) without marks, in invariant lower case, and the letters that
/// Unicode does not decompose but people type plainly.</remarks>
internal static class CharacterFolding
{
    private static readonly Dictionary<int, string> Undecomposed = new()
    {
        ['ß'] = "ss",
        ['ẞ'] = "ss",
        ['æ'] = "ae",
        ['Æ'] = "ae",
        ['œ'] = "oe",
        ['Œ'] = "oe",
        ['ø'] = "o",
        ['Ø'] = "o",
        ['đ'] = "d",
        ['Đ'] = "d",
        ['ð'] = "d",
        ['Ð'] = "d",
        ['þ'] = "th",
        ['Þ'] = "th",
        ['ł'] = "l",
        ['Ł'] = "l",
        ['ħ'] = "h",
        ['Ħ'] = "h",
        ['ŧ'] = "t",
        ['Ŧ'] = "t",
        ['ŋ'] = "n",
        ['Ŋ'] = "n",
        ['ı'] = "i",
        ['ς'] = "σ",
    };

    public static CharacterClass Classify(Rune rune)
    {
        if (rune.IsAscii)
            return ClassifyAscii((char)rune.Value);
        if (IsApostrophe(rune.Value))
            return CharacterClass.Apostrophe;
        if (IsInvisible(rune.Value))
            return CharacterClass.Invisible;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.LetterNumber when IsIdeograph(rune.Value) =>
                CharacterClass.Ideograph,
            UnicodeCategory.ModifierLetter when rune.Value is 0xFF9E or 0xFF9F => CharacterClass.Mark,
            UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.LetterNumber
            or UnicodeCategory.OtherNumber => CharacterClass.Letter,
            UnicodeCategory.ModifierLetter => CharacterClass.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Mark,
            UnicodeCategory.Format => CharacterClass.Invisible,
            _ => CharacterClass.Separator,
        };
    }

    private static CharacterClass ClassifyAscii(char character) =>
        character switch
        {
            '\'' or '`' => CharacterClass.Apostrophe,
            _ when char.IsAsciiLetterOrDigit(character) => CharacterClass.Letter,
            _ => CharacterClass.Separator,
        };

    /// <summary>Appends the folded letters of a rune of class letter, ideograph or mark.</summary>
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
            else if (IsMark(part) ? !IsDiacritic(part.Value) : Rune.IsLetterOrDigit(part) && !IsApostrophe(part.Value))
                folded.Append(Lower(part));
        }
    }

    // Up and down again: letters that differ only before they are capitals, such as both small sigmas, become one.
    private static string Lower(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
        return Undecomposed.TryGetValue(lower.Value, out var plain) ? plain : lower.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    // Other marks, such as the vowel signs of Devanagari or the voicing of kana, are no accents: without them words become other words.
    private static bool IsDiacritic(int value) =>
        value
            is (>= 0x0300 and <= 0x036F)
                or (>= 0x0483 and <= 0x0489)
                or (>= 0x0591 and <= 0x05C7)
                or (>= 0x064B and <= 0x065F)
                or 0x0670
                or (>= 0x06D6 and <= 0x06ED)
                or (>= 0x1AB0 and <= 0x1AFF)
                or (>= 0x1DC0 and <= 0x1DFF)
                or (>= 0x20D0 and <= 0x20FF)
                or (>= 0xFE20 and <= 0xFE2F);

    // Variation selectors, joiners, letters that are blank by definition, and the stroke that only makes Arabic words longer; their
    // categories do not say so.
    private static bool IsInvisible(int value) =>
        value
            is 0x034F
                or 0x0640
                or 0x115F
                or 0x1160
                or 0x3164
                or 0xFFA0
                or (>= 0x180B and <= 0x180F)
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0100 and <= 0xE01EF);

    // ’ ‘ ‛ ʼ ʹ ´ ′ ＇ and the like.
    private static bool IsApostrophe(int value) =>
        value is 0x2019 or 0x2018 or 0x201B or 0x02BC or 0x02BB or 0x02B9 or 0x00B4 or 0x2032 or 0xFF07 or 0x055A;

    // Chinese and Japanese, and the letters of Thai, Lao, Burmese and Khmer: scripts that write no blanks between words.
    private static bool IsIdeograph(int value) =>
        value
            is (>= 0x0E01 and <= 0x0E46)
                or (>= 0x0E81 and <= 0x0EC6)
                or (>= 0x0EDC and <= 0x0EDF)
                or (>= 0x1000 and <= 0x103F)
                or (>= 0x1050 and <= 0x108F)
                or (>= 0x109A and <= 0x109D)
                or (>= 0x1780 and <= 0x17D3)
                or 0x17D7
                or 0x17DC
                or (>= 0xA9E0 and <= 0xA9EF)
                or (>= 0xA9FA and <= 0xA9FE)
                or (>= 0xAA60 and <= 0xAA7F)
                or (>= 0x3005 and <= 0x3007)
                or (>= 0x3040 and <= 0x30FF)
                or (>= 0x31F0 and <= 0x31FF)
                or (>= 0xFF66 and <= 0xFF9D)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF);
}
