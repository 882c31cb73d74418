namespace AutoResolve.Words;

/// <summary>Splits a text into lines.</summary>
internal static class TextLines
{
    /// <summary>Gives the lines with their ends, so that they add up to the text. A carriage return and a line feed are one end.</summary>
    public static void Split(ReadOnlySpan<char> text, List<TextRange> lines)
    {
        lines.Clear();
        var start = 0;
        while (start < text.Length)
        {
            var length = text[start..].IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length + 1;
            if (end < text.Length && text[end - 1] == '\r' && text[end] == '\n')
                end++;
            lines.Add(new TextRange(start, end - start));
            start = end;
        }
    }
}
