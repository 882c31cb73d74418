using System.Globalization;
using System.Text;

namespace AutoResolve.Shared.Text;

/// <summary>What of a text can be seen.</summary>
internal static class VisibleText
{
    /// <returns>The text without control characters and marks that nobody sees, and without blanks at its ends.</returns>
    public static string Of(string text) =>
        text.EnumerateRunes().Any(IsInvisible)
            ? string.Concat(text.EnumerateRunes().Where(rune => !IsInvisible(rune))).Trim()
            : text.Trim();

    public static bool IsBlank(string text) =>
        text.EnumerateRunes()
            .All(rune => Rune.IsWhiteSpace(rune) || IsInvisible(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    // Those that turn the direction of what follows among them; joiners stay, since letters and pictures are made with them.
    private static bool IsInvisible(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is 0x61C or 0x200B or 0x200E or 0x200F or 0x2060 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
