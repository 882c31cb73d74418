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
            var length = LineEnds.IndexIn(text[start..]);
            var end = length < 0 ? text.Length : start + length + LineEnds.Length(text[(start + length)..]);
            lines.Add(new TextRange(start, end - start));
            start = end;
        }
    }
}
