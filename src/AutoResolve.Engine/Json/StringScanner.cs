using System.Buffers;

namespace AutoResolve.Json;

/// <summary>Finds the end of a quoted text, and what is wrong in it.</summary>
internal static class StringScanner
{
    private static readonly SearchValues<char> Special = SearchValues.Create(['"', '\\', .. Enumerable.Range(0, ' ').Select(c => (char)c)]);
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <param name="text">The whole source.</param>
    /// <param name="start">The offset of the opening quote.</param>
    /// <returns>The offset after the closing quote; or an explanation and the offset it is about.</returns>
    public static (int End, string? Problem) Scan(string text, int start)
    {
        var i = start + 1;
        while (text.AsSpan(i).IndexOfAny(Special) is var plain and >= 0)
        {
            i += plain;
            var c = text[i];
            if (c == '"')
                return (i + 1, null);
            if (c is '\r' or '\n')
                return (
                    start,
                    "This text has no closing quote on its line: add a \" at its end. Where a line break is "
                        + "wanted inside the text, write \\n."
                );
            if (c < ' ')
                return (
                    i,
                    c == '\t'
                        ? "A tab cannot stand inside a text: use a space, or write \\t."
                        : $"An invisible control character (U+{(int)c:X4}) cannot stand inside a text: delete it."
                );
            if (Escape(text, i) is { } problem)
                return (i, problem);
            i += text[i + 1] == 'u' ? 6 : 2;
        }

        return (start, "This text has no closing quote: add a \" at its end.");
    }

    /// <summary>The offset in a literal, quotes and escapes included, of a character of its value.</summary>
    public static int OffsetInLiteral(string literal, int index)
    {
        var offset = 1;
        for (; index > 0 && offset < literal.Length - 1; index--)
        {
            if (literal[offset] != '\\')
                offset++;
            else
                offset += literal[offset + 1] == 'u' ? 6 : 2;
        }

        return offset;
    }

    private static string? Escape(string text, int backslash)
    {
        if (backslash + 1 == text.Length)
            return "The file ends inside a text.";
        var c = text[backslash + 1];
        if (c == 'u')
        {
            return backslash + 6 <= text.Length && text.AsSpan(backslash + 2, 4).IndexOfAnyExcept(HexDigits) < 0
                ? null
                : "\\u needs four digits or letters a to f behind it, such as \\u00e9. Where a backslash is meant, write it twice: \\\\u.";
        }

        if ("\"\\/bfnrt".Contains(c, StringComparison.Ordinal))
            return null;
        return char.IsControl(c)
            ? "A backslash cannot stand at the end of a line: write it twice (\\\\), or delete it."
            : $"A backslash must be written twice inside a text: \\\\{c}.";
    }
}
