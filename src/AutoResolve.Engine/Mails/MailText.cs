using AutoResolve.Words;

namespace AutoResolve.Mails;

/// <summary>A message as lines.</summary>
internal readonly ref struct MailText
{
    // Mail programs put them into names, dates and before quotes; nobody sees them.
    private const string Invisible = "\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u2060\uFEFF\u00AD";

    private readonly ReadOnlySpan<char> _text;
    private readonly List<TextRange> _lines;
    private readonly IReadOnlyList<TextRange> _marked;

    /// <param name="text">The message as a person sees it.</param>
    /// <param name="marked">The pieces that the message itself marks as quotes, in order.</param>
    /// <param name="lines">Takes the lines.</param>
    public MailText(ReadOnlySpan<char> text, IReadOnlyList<TextRange> marked, List<TextRange> lines)
    {
        _text = text;
        _marked = marked;
        _lines = lines;
        TextLines.Split(text, lines);
    }

    public int Count => _lines.Count;

    public TextRange RangeOf(int line) => _lines[line];

    /// <summary>A line without the blanks around it.</summary>
    public ReadOnlySpan<char> Line(int number) => Trim(_text.Slice(_lines[number].Start, _lines[number].Length));

    /// <summary>A line without the blanks around it and, on request, without marks of quotes.</summary>
    public ReadOnlySpan<char> Line(int number, bool isInQuote)
    {
        var line = Line(number);
        while (isInQuote && line.StartsWith('>'))
            line = Trim(line[1..]);
        return line;
    }

    /// <summary>The lines from one to before another, as they are.</summary>
    public ReadOnlySpan<char> Between(int first, int end) => _text[_lines[first].Start.._lines[end - 1].End];

    public bool IsQuoted(int number) => Begins(number) && (!Line(number).StartsWith(">From ") || Begins(number - 1) || Begins(number + 1));

    /// <summary>Whether the message itself marks the line as a quote, as HTML does.</summary>
    public bool IsMarked(int number)
    {
        var (low, high, start) = (0, _marked.Count, _lines[number].Start);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_marked[middle].End <= start)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _marked.Count && _marked[low].Start <= start;
    }

    /// <summary>The first line from a number on that is not blank; the number of lines where there is none.</summary>
    public int NextWritten(int number)
    {
        while (number < Count && Line(number).IsEmpty)
            number++;
        return number;
    }

    // Where mails are kept in one file, a line that begins with "From " gets a mark.
    private bool Begins(int number) => number >= 0 && number < Count && Line(number).StartsWith('>');

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> line)
    {
        var (start, end) = (0, line.Length);
        while (start < end && IsBlank(line[start]))
            start++;
        while (end > start && IsBlank(line[end - 1]))
            end--;
        return line[start..end];
    }

    private static bool IsBlank(char character) =>
        character < 0x80 ? character is ' ' or (>= '\t' and <= '\r') : char.IsWhiteSpace(character) || Invisible.Contains(character);
}
