namespace AutoResolve.Words.Denials;

/// <summary>What stands between two words: how far what is said goes on.</summary>
internal enum Gap
{
    /// <summary>Nothing that ends anything: blanks, quotation marks, a hyphen.</summary>
    None,

    /// <summary>A comma.</summary>
    Comma,

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
                '!' or ';' or '(' or ')' or '[' or ']' or '|' or '•' or '–' or '—' or '…' or '¿' or '¡' or '>' => Gap.Sentence,
                '.' or ':' when IsSpace(text, at + 1) => Gap.Sentence,
                '-' or '*' or '/' when IsSpace(text, at + 1) && IsSpace(text, at - 1) => Gap.Sentence,
                '\n' when ++lines > 1 || char.IsUpper(text[to]) || char.IsDigit(text[to]) => Gap.Sentence,
                _ => Gap.None,
            };
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
