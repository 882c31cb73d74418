using AutoResolve.Words;

namespace AutoResolve.Seen;

/// <summary>What of a text the markup tells as quoted. Of quotes in each other the outermost counts.</summary>
internal sealed class MarkedQuotes
{
    private const int LinesOfHead = 3;
    private const int MaxNameLength = 24;
    private const int MaxIntroductionLength = 200;

    private HtmlText _text = null!;
    private List<TextRange> _quotes = null!;
    private int _containers;
    private int _depth;
    private int _rest;

    public void Begin(HtmlText text, List<TextRange> quotes) =>
        (_text, _quotes, _containers, _depth, _rest) = (text, quotes, 0, 0, int.MaxValue);

    /// <summary>An element of a kind begins, at the beginning of a line.</summary>
    public void Begin(QuoteMarkup quote)
    {
        switch (quote)
        {
            case QuoteMarkup.Quote:
                _depth++;
                break;
            case QuoteMarkup.Container:
                _containers++;
                break;
            case QuoteMarkup.Rest when _depth == 0:
                _rest = Math.Min(_rest, _text.Length);
                break;
        }
    }

    /// <summary>An element of a kind has ended, and a line with it.</summary>
    public void End(QuoteMarkup quote, int start)
    {
        switch (quote)
        {
            case QuoteMarkup.Quote:
                _depth--;
                break;
            case QuoteMarkup.Container:
                _containers--;
                return;
            case QuoteMarkup.Head when _depth == 0 && IsHead(_text.Text[start..]):
                _rest = Math.Min(_rest, start);
                return;
            case QuoteMarkup.Introduction when !BeginsWithLine(_text.Text[start..]):
                break;
            default:
                return;
        }

        if (_depth == 0)
            Add(start, _text.Length);
    }

    /// <summary>The text has ended.</summary>
    public void End()
    {
        if (_rest >= _text.Length)
            return;
        Add(_rest, _text.Length);
    }

    /// <summary>
    /// Whether a block quote that nobody marks is a quote here: where all block quotes are, or below a line that introduces one.
    /// </summary>
    public bool MayBegin => _containers > 0 || IsIntroduction(LastLine(_text.Text.TrimEnd()));

    private void Add(int start, int end)
    {
        while (_quotes is [.., var last] && last.End > start)
        {
            start = Math.Min(start, last.Start);
            _quotes.RemoveAt(_quotes.Count - 1);
        }

        if (end > start)
            _quotes.Add(new TextRange(start, end - start));
    }

    // "---------- Forwarded message": what is forwarded is no quote.
    private static bool BeginsWithLine(ReadOnlySpan<char> text) => text.TrimStart().StartsWith("--");

    private static ReadOnlySpan<char> LastLine(ReadOnlySpan<char> text) => text[(text.LastIndexOf('\n') + 1)..];

    // "On 4 Nov 2025, … wrote:", "-----… wrote: -----", in any language: an address, a year or a time of day, and a colon or a line.
    private static bool IsIntroduction(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line.Length > MaxIntroductionLength || line[^1] is not (':' or '-' or '：'))
            return false;
        var digits = 0;
        for (var at = 0; at < line.Length; at++)
        {
            digits = char.IsAsciiDigit(line[at]) ? digits + 1 : 0;
            var isTime = digits == 2 && at >= 4 && line[at - 2] == ':' && char.IsAsciiDigit(line[at - 3]);
            if (line[at] == '@' || digits == 4 || isTime)
                return true;
        }

        return false;
    }

    private static bool IsHead(ReadOnlySpan<char> text)
    {
        var found = 0;
        while (!text.IsEmpty)
        {
            var line = LineEnds.FirstLine(text);
            text = text[line.Length..];
            line = line.TrimStart(SentenceEnds.OfPart);
            text = text.IsEmpty ? text : text[LineEnds.Length(text)..];
            var colon = line.IndexOf(':');
            if (colon > 0 && colon <= MaxNameLength && char.IsLetter(line[0]) && ++found == LinesOfHead)
                return true;
        }

        return false;
    }
}
