using System.Globalization;
using System.Text;

namespace AutoResolve.Shared.Text;

/// <summary>
/// Makes hostile text safe to print: no control characters that drive a terminal, no marks that turn the direction of text.
/// </summary>
internal static class SafeText
{
    /// <summary>On one line, with single spaces.</summary>
    public static string Line(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || IsUnsafe(character))
            {
                if (result.Length > 0 && result[^1] != ' ')
                    result.Append(' ');
            }
            else
            {
                result.Append(character);
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>On one line, at most so many characters with the ellipsis.</summary>
    public static string Start(string text, int length, string ellipsis = "…")
    {
        // Only what can be shown is worth cleaning.
        var line = Line(text.Length > length * 4 ? text[..(length * 4)] : text);
        if (line.Length <= length && text.Length <= length * 4)
            return line;
        var end = Math.Min(line.Length, Math.Max(1, length - ellipsis.Length));
        if (char.IsHighSurrogate(line[end - 1]))
            end--;
        return line[..end].TrimEnd() + ellipsis;
    }

    /// <summary>As lines; each character keeps its place, so that spans still fit.</summary>
    public static string Block(string text) => string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = source[i] != '\n' && IsUnsafe(source[i]) ? ' ' : source[i];
        });

    private static bool IsUnsafe(char character) =>
        char.IsControl(character)
        || character is '\u2028' or '\u2029'
        || (char.GetUnicodeCategory(character) == UnicodeCategory.Format && IsBidirectional(character));

    private static bool IsBidirectional(char character) =>
        character is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
