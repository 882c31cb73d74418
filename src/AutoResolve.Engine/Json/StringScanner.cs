using System.Buffers;
using System.Globalization;

namespace AutoResolve.Json;

/// <summary>Finds the end of a quoted text, and what is wrong in it.</summary>
internal static class StringScanner
{
    private const int UnitLength = 6;

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
            if (LineEnds.Is(c))
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
            i += EscapeLength(text, i);
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

    private static int EscapeLength(string text, int backslash)
    {
        if (text[backslash + 1] != 'u')
            return 2;
        return char.IsSurrogate(Unit(text, backslash)) ? UnitLength * 2 : UnitLength;
    }

    private static bool IsUnit(string text, int start) =>
        start + UnitLength <= text.Length
        && text[start] == '\\'
        && text[start + 1] == 'u'
        && text.AsSpan(start + 2, 4).IndexOfAnyExcept(HexDigits) < 0;

    private static char Unit(string text, int start) =>
        (char)ushort.Parse(text.AsSpan(start + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string? Escape(string text, int backslash)
    {
        if (backslash + 1 == text.Length)
            return "The file ends inside a text.";
        var c = text[backslash + 1];
        if (c == 'u')
        {
            if (!IsUnit(text, backslash))
                return "\\u needs four digits or letters a to f behind it, such as \\u00e9. Where a backslash is meant, write it "
                    + "twice: \\\\u.";
            var unit = Unit(text, backslash);
            var next = backslash + UnitLength;
            return !char.IsSurrogate(unit) || (IsUnit(text, next) && char.IsSurrogatePair(unit, Unit(text, next)))
                ? null
                : $"Half a character (U+{(int)unit:X4}) cannot stand alone: delete it, or write the whole character, such as "
                    + "\\ud83d\\ude00.";
        }

        if ("\"\\/bfnrt".Contains(c, StringComparison.Ordinal))
            return null;
        return char.IsControl(c)
            ? "A backslash cannot stand at the end of a line: write it twice (\\\\), or delete it."
            : $"A backslash must be written twice inside a text: \\\\{c}.";
    }
}
