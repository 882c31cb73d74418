namespace AutoResolve.Shared.Lines;

/// <summary>
/// What ends a line of a file: <c>\r\n</c>, <c>\n</c> or <c>\r</c>, as editors and JSON have it. What Unicode calls a line end besides
/// (U+0085, U+2028, U+2029, form feed) is a character like any other: whoever reads, writes, counts or compares lines must agree.
/// </summary>
internal static class LineEnds
{
    public static bool Is(char character) => character is '\r' or '\n';

    /// <summary>Where the first line ends; -1 where none does.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny('\r', '\n');

    /// <summary>How long the line end is with which a text begins.</summary>
    public static int Length(ReadOnlySpan<char> text) => text is ['\r', '\n', ..] ? 2 : 1;

    /// <summary>The first line of a text, without its end.</summary>
    public static ReadOnlySpan<char> FirstLine(ReadOnlySpan<char> text) => IndexIn(text) is var end and >= 0 ? text[..end] : text;

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (IndexIn(text) is var end and >= 0)
        {
            count++;
            text = text[(end + Length(text[end..]))..];
        }

        return count;
    }

    /// <summary>The text with a line feed at the end of each line.</summary>
    public static string Unify(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>The same of a text in UTF-8.</summary>
    public static ReadOnlySpan<byte> Unify(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\r'))
            return text;
        var unified = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' || i == 0 || text[i - 1] != '\r')
                unified[length++] = text[i] == '\r' ? (byte)'\n' : text[i];
        }

        return unified.AsSpan(0, length);
    }
}
