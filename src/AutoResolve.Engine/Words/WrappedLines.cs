namespace AutoResolve.Words;

/// <summary>Tells whether a line goes on in the next one, as where a mail program wrapped it.</summary>
internal static class WrappedLines
{
    // Mail programs wrap somewhere between these columns.
    private const int LeastWidth = 60;
    private const int MostWidth = 80;

    // "Error code: 12", but not "and then I saw the following: nothing".
    private const int MostLabelWords = 3;

    /// <summary>Finds the next break that only wraps a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to begin.</param>
    /// <param name="end">Where to end.</param>
    /// <returns>The break with the blanks around it; empty where there is none.</returns>
    public static TextRange FindBreak(ReadOnlySpan<char> text, int at, int end)
    {
        var line = at;
        while (LineEnds.IndexIn(text[at..end]) is var length and >= 0)
        {
            at += length;
            var next = at + LineEnds.Length(text[at..end]);
            var start = line + text[line..at].TrimEnd().Length;
            var blanks = text[next..end].IndexOfAnyExcept(' ', '\t', '\u00A0');
            if (start > line && blanks >= 0 && !LineEnds.Is(text[next + blanks]))
            {
                var rest = text[(next + blanks)..end];
                if (GoesOn(text[line..start], isFlowed: start == at - 1 && text[start] == ' ', LineEnds.FirstLine(rest)))
                    return new TextRange(start, next + blanks - start);
            }

            (line, at) = (next, next);
        }

        return default;
    }

    /// <summary>Whether an item of a list begins there: "- ", "* ", "1. ", "2) ".</summary>
    public static bool IsItem(ReadOnlySpan<char> line)
    {
        if (line.Length > 1 && line[0] is '-' or '*' or '•' or '+' or '–' && char.IsWhiteSpace(line[1]))
            return true;
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits is 1 or 2 && digits + 1 < line.Length && line[digits] is '.' or ')' && char.IsWhiteSpace(line[digits + 1]);
    }

    private static bool GoesOn(ReadOnlySpan<char> line, bool isFlowed, ReadOnlySpan<char> next)
    {
        if (IsItem(next) || next[0] is '>' or SentenceEnds.OfPart || IsLabelled(next))
            return false;
        var word = next.IndexOf(' ') is var blank and >= 0 ? blank : next.Length;
        var isFull = line.Length <= MostWidth && line.Length + 1 + word > LeastWidth;
        return isFlowed || isFull || (char.IsLower(next[0]) && line[^1] is not ('.' or '!' or '?' or ':' or ';'));
    }

    /// <summary>Whether a line begins with a label: "Error code: 12".</summary>
    public static bool IsLabelled(ReadOnlySpan<char> line)
    {
        var words = 1;
        for (var at = 0; at < line.Length && words <= MostLabelWords; at++)
        {
            if (line[at] == ':' && (at + 1 == line.Length || line[at + 1] == ' '))
                return true;
            words += line[at] == ' ' ? 1 : 0;
        }

        return false;
    }
}
