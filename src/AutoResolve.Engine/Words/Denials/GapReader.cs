namespace AutoResolve.Words.Denials;

/// <summary>What stands between two words: how far what is said goes on.</summary>
internal enum Gap
{
    /// <summary>Nothing that ends anything: blanks, quotation marks, a hyphen.</summary>
    None,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>The end of a line before what looks like the beginning of a sentence.</summary>
    Line,

    /// <summary>The end of what is put in brackets.</summary>
    Closing,

    /// <summary>The beginning of what is put in brackets.</summary>
    Opening,

    /// <summary>What stands between a name and its value: a colon, a dash, an arrow.</summary>
    Colon,

    /// <summary>The end of a sentence, or what is as much.</summary>
    Sentence,

    /// <summary>The end of a question.</summary>
    Question,
}

/// <summary>Reads what stands between words.</summary>
internal static class GapReader
{
    // Of a wrapped line the sentence goes on; so the next line tells.
    public static Gap Between(ReadOnlySpan<char> text, int from, int to)
    {
        var gap = Gap.None;
        var lines = 0;
        for (var at = from; at < to && gap != Gap.Question; at++)
        {
            var found = text[at] switch
            {
                ',' => Gap.Comma,
                '?' => Gap.Question,
                '(' or '[' => Gap.Opening,
                ')' or ']' => Gap.Closing,
                '!' or ';' or '|' or '•' or '…' or '¿' or '¡' => Gap.Sentence,
                '.' when IsSpace(text, at + 1) => Gap.Sentence,
                '–' or '—' or '>' or '→' => Gap.Colon,
                ':' when IsSpace(text, at + 1) => Gap.Colon,
                '-' or '*' or '/' when IsSpace(text, at + 1) && IsSpace(text, at - 1) => Gap.Colon,
                SentenceEnds.OfPart when gap != Gap.Colon => Gap.Sentence,
                '\n' when ++lines > 1 => Gap.Sentence,
                '\n' when char.IsUpper(text[to]) || char.IsDigit(text[to]) || gap == Gap.Colon => Gap.Line,
                _ => Gap.None,
            };

            // A line that begins with a dash is another of a list.
            if (found == Gap.Colon && lines > 0)
                found = Gap.Sentence;
            if (found > gap)
                gap = found;
        }

        return gap;
    }

    /// <summary>What stands behind the last word of a part.</summary>
    public static Gap AtEnd(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length && !char.IsLetterOrDigit(text[at]); at++)
        {
            if (text[at] == '?')
                return Gap.Question;
        }

        return Gap.Sentence;
    }

    private static bool IsSpace(ReadOnlySpan<char> text, int at) => at < 0 || at >= text.Length || char.IsWhiteSpace(text[at]);
}
