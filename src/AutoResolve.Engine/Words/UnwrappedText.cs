namespace AutoResolve.Words;

/// <summary>
/// A text in which what only wraps a line is a blank, and the end of a part a line's end, and where it stands in the text as
/// it was. Used again for text after text.
/// </summary>
internal sealed class UnwrappedText
{
    private readonly List<TextRange> _parts = [];
    private MadeText? _made;

    /// <summary>Takes another text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">The parts that are read; there will be as many.</param>
    /// <returns>Whether anything in it is wrapped; if not, it is not taken.</returns>
    public bool Read(ReadOnlySpan<char> text, IReadOnlyList<TextRange> parts)
    {
        _parts.Clear();
        if (!IsWrapped(text, parts))
            return false;
        _made ??= new MadeText();
        _made.Clear();
        for (var number = 0; number < parts.Count; number++)
            Add(text, parts[number], _made);
        return true;
    }

    /// <summary>A part of it.</summary>
    public ReadOnlySpan<char> Part(int number) => _made!.Text.Slice(_parts[number].Start, _parts[number].Length);

    /// <summary>Where a piece of a part stands in the text as it was.</summary>
    public TextRange ToText(int part, int start, int length) => _made!.Map.ToSource(new TextRange(_parts[part].Start + start, length));

    private static bool IsWrapped(ReadOnlySpan<char> text, IReadOnlyList<TextRange> parts)
    {
        for (var number = 0; number < parts.Count; number++)
        {
            var part = parts[number];
            if (
                WrappedLines.FindBreak(text, part.Start, part.End).Length > 0
                || text.Slice(part.Start, part.Length).Contains(SentenceEnds.OfPart)
            )
                return true;
        }

        return false;
    }

    private void Add(ReadOnlySpan<char> text, TextRange part, MadeText made)
    {
        var start = made.Length;
        var at = part.Start;
        while (WrappedLines.FindBreak(text, at, part.End) is { Length: > 0 } wrap)
        {
            Copy(text[..wrap.Start], at, made);
            made.AddReplaced(" ", wrap.Start, wrap.Length);
            at = wrap.End;
        }

        Copy(text[..part.End], at, made);
        _parts.Add(new TextRange(start, made.Length - start));
    }

    // Where a part ends in the middle of a line, as cells do, a line ends.
    private static void Copy(ReadOnlySpan<char> text, int at, MadeText made)
    {
        while (text[at..].IndexOf(SentenceEnds.OfPart) is var length and >= 0)
        {
            made.AddCopy(text.Slice(at, length), at);
            at += length;
            if (made.Last != '\n')
                made.AddReplaced("\n", at, 1);
            at++;
        }

        made.AddCopy(text[at..], at);
    }
}
