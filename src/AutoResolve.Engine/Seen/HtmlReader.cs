using AutoResolve.Words;

namespace AutoResolve.Seen;

/// <summary>
/// Reads HTML as a person sees it, in one pass: its tags by the tokenizer of the HTML standard (13.2.5), what is open by
/// <see cref="OpenElements"/>. Used again for text after text; not safe for several threads at once.
/// </summary>
internal sealed class HtmlReader
{
    private static readonly System.Buffers.SearchValues<char> Space = System.Buffers.SearchValues.Create(" \t\n\r\f");
    private static readonly System.Buffers.SearchValues<char> EndsName = System.Buffers.SearchValues.Create(" \t\n\r\f/>");
    private static readonly System.Buffers.SearchValues<char> EndsAttribute = System.Buffers.SearchValues.Create(" \t\n\r\f/>=");
    private static readonly System.Buffers.SearchValues<char> EndsValue = System.Buffers.SearchValues.Create(" \t\n\r\f>");

    private readonly HtmlTree _tree = new();

    // Where a comment, a tag or characters begin that never end.
    private int _unended;

    // What never ends is read as if it had not begun.
    private bool _isRest;

    /// <summary>Reads a text.</summary>
    /// <param name="text">HTML.</param>
    /// <param name="seen">Takes what is seen.</param>
    /// <param name="quotes">Takes what of it is certainly quoted.</param>
    /// <returns>From where on nothing is seen since what hides it never ends; -1 where that is not so.</returns>
    public int Read(ReadOnlySpan<char> text, MadeText seen, List<TextRange> quotes)
    {
        (_unended, _isRest) = (-1, false);
        _tree.Begin(seen, quotes, showsAll: false);
        ReadFrom(text, 0);
        var hidden = _tree.HiddenFrom;
        _tree.End(text.Length);
        return hidden >= 0 ? hidden : _unended;
    }

    /// <summary>Reads what nobody sees since what hides it never ends, with the tags that are in it, below what is seen.</summary>
    public void ReadRest(ReadOnlySpan<char> text, int from, MadeText seen, List<TextRange> quotes)
    {
        _isRest = true;
        _tree.Begin(seen, quotes, showsAll: true);
        _tree.EndLine(from);
        ReadFrom(text, from);
        _tree.End(text.Length);
    }

    private void ReadFrom(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            var length = text[at..].IndexOfAny('<', '&');
            if (length < 0)
                length = text.Length - at;
            _tree.Add(text.Slice(at, length), at);
            at += length;
            if (at == text.Length)
                break;
            at = text[at] == '&' ? ReadEntity(text, at) : ReadMarkup(text, at);
        }
    }

    private int ReadEntity(ReadOnlySpan<char> text, int at)
    {
        Span<char> characters = stackalloc char[HtmlEntities.MaxCharacters];
        var length = HtmlEntities.Decode(text[at..], characters, out var written);
        if (length > 0)
            _tree.AddEntity(characters[..written], at, length);
        else
            _tree.Add(text.Slice(at, length = 1), at);
        return at + length;
    }

    // A "<" that begins nothing is one.
    private int ReadMarkup(ReadOnlySpan<char> text, int at)
    {
        var next = At(text, at + 1);
        if (char.IsAsciiLetter(next))
            return ReadStartTag(text, at);
        if (next == '/')
        {
            if (char.IsAsciiLetter(At(text, at + 2)))
                return ReadEndTag(text, at);
            if (at + 2 < text.Length)
                return BehindBracket(text, at + 2);
        }
        else if (next == '!')
        {
            return text[(at + 2)..].StartsWith("--") ? ReadComment(text, at + 4) : BehindBracket(text, at + 2);
        }
        else if (next == '?')
        {
            return BehindBracket(text, at + 1);
        }

        _tree.Add(text.Slice(at, 1), at);
        return at + 1;
    }

    private int ReadComment(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        if (_isRest)
            return at;
        if (text[at..].StartsWith(">"))
            return at + 1;
        if (text[at..].StartsWith("->"))
            return at + 2;
        while (true)
        {
            var dashes = text[at..].IndexOf("--");
            if (dashes < 0)
                return Unended(text, start);
            at += dashes;
            var rest = text[(at + 2)..];
            if (rest.StartsWith(">"))
                return at + 3;
            if (rest.StartsWith("!>"))
                return at + 4;
            at++;
        }
    }

    private int ReadEndTag(ReadOnlySpan<char> text, int start)
    {
        var attributes = default(TagAttributes);
        var (element, end) = ReadTag(text, start + 2, ref attributes);
        if (end > 0)
            _tree.EndTag(element, start);
        return end > 0 ? end : Unended(text, start + 2);
    }

    private int ReadStartTag(ReadOnlySpan<char> text, int start)
    {
        var attributes = default(TagAttributes);
        var (element, end) = ReadTag(text, start + 1, ref attributes);

        // Never ended, it is no tag, and nobody sees it.
        if (end == 0)
            return Unended(text, start + 1);
        attributes.ReadStyle();
        _tree.StartTag(element, attributes, start, end - start);
        if (element.Is(HtmlTraits.Preserves) && !element.Is(HtmlTraits.RawText) && At(text, end) == '\n')
            end++;
        if (element == HtmlElement.PlainText)
        {
            _tree.Add(text[end..], end);
            return text.Length;
        }

        return element.Is(HtmlTraits.RawText | HtmlTraits.EscapedText) && !_isRest ? ReadCharacters(text, end, element) : end;
    }

    // Up to the end tag, and without it.
    private int ReadCharacters(ReadOnlySpan<char> text, int at, HtmlElement element)
    {
        var end = EndOfCharacters(text, at, element);
        if (element.Is(HtmlTraits.Hidden))
            return end < text.Length ? end : Unended(text, at);
        if (element.Is(HtmlTraits.RawText))
        {
            _tree.Add(text[at..end], at);
            return end;
        }

        while (at < end)
        {
            var length = text[at..end].IndexOf('&');
            if (length < 0)
                length = end - at;
            _tree.Add(text.Slice(at, length), at);
            at += length;
            if (at < end)
                at = ReadEntity(text[..end], at);
        }

        return end;
    }

    private static int EndOfCharacters(ReadOnlySpan<char> text, int at, HtmlElement element)
    {
        while (true)
        {
            var slash = text[at..].IndexOf("</");
            if (slash < 0)
                return text.Length;
            at += slash;
            var name = text[(at + 2)..];
            var length = name.IndexOfAny(EndsName);
            if (length >= 0 && HtmlElement.Of(name[..length]) == element)
                return at;
            at += 2;
        }
    }

    // The element, and where its tag ends; 0 where it does not.
    private static (HtmlElement Element, int End) ReadTag(ReadOnlySpan<char> text, int at, ref TagAttributes attributes)
    {
        var length = text[at..].IndexOfAny(EndsName);
        if (length < 0)
            return default;
        var element = HtmlElement.Of(text.Slice(at, length));
        at += length;
        while (true)
        {
            while (at < text.Length && (Space.Contains(text[at]) || text[at] == '/'))
                at++;
            if (at == text.Length)
                return default;
            if (text[at] == '>')
                return (element, at + 1);
            if ((at = ReadAttribute(text, at, ref attributes)) == 0)
                return default;
        }
    }

    private static int ReadAttribute(ReadOnlySpan<char> text, int start, ref TagAttributes attributes)
    {
        // An equals sign at its beginning belongs to the name.
        var length = text[(start + 1)..].IndexOfAny(EndsAttribute);
        if (length < 0)
            return 0;
        var at = start + 1 + length;
        var name = text[start..at];
        while (at < text.Length && Space.Contains(text[at]))
            at++;
        if (At(text, at) != '=')
        {
            attributes.Add(name, []);
            return at;
        }

        do at++;
        while (at < text.Length && Space.Contains(text[at]));
        if (at == text.Length)
            return 0;
        var quote = text[at];
        if (quote is '"' or '\'')
        {
            length = text[(at + 1)..].IndexOf(quote);
            if (length < 0)
                return 0;
            attributes.Add(name, text.Slice(at + 1, length));
            return at + 1 + length + 1;
        }

        length = text[at..].IndexOfAny(EndsValue);
        if (length < 0)
            return 0;
        attributes.Add(name, text.Slice(at, length));
        return at + length;
    }

    private int BehindBracket(ReadOnlySpan<char> text, int at) =>
        text[at..].IndexOf('>') is var length and >= 0 ? at + length + 1 : Unended(text, at);

    // Up to the end nothing is seen. Of the rest it is read as characters, so that nothing is looked for twice.
    private int Unended(ReadOnlySpan<char> text, int at)
    {
        if (_isRest)
            _tree.Add(text[at..], at);
        else
            _unended = at;
        return text.Length;
    }

    private static char At(ReadOnlySpan<char> text, int at) => at < text.Length ? text[at] : '\0';
}
