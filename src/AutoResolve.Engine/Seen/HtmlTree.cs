using AutoResolve.Words;

namespace AutoResolve.Seen;

/// <summary>Which elements are open, and so what is seen, what is hidden and what is quoted.</summary>
internal sealed class HtmlTree
{
    private readonly HtmlText _text = new();
    private readonly OpenElements _open = new();
    private readonly MarkedQuotes _quotes = new();
    private int _hidden;
    private int _preserved;
    private bool _hasNoSize;
    private bool _showsAll;

    // A form ends by its end tag only, though what it stands in has ended; until then there is no other.
    private bool _hasForm;

    private bool IsSeen => _hidden == 0 && !_hasNoSize;

    /// <summary>Behind which tag nothing has been seen since; -1 where it is not so.</summary>
    public int HiddenFrom { get; private set; }

    public void Begin(MadeText seen, List<TextRange> quotes, bool showsAll)
    {
        (_showsAll, HiddenFrom) = (showsAll, -1);
        _open.Clear();
        _text.Begin(seen);
        _quotes.Begin(_text, quotes);
        (_hidden, _preserved, _hasNoSize, _hasForm) = (0, 0, false, false);
    }

    public void Add(ReadOnlySpan<char> text, int source)
    {
        if (IsSeen)
            _text.Add(text, source, _preserved > 0);
    }

    public void AddEntity(ReadOnlySpan<char> characters, int source, int length)
    {
        if (IsSeen)
            _text.AddEntity(characters, source, length);
    }

    public void EndLine(int source) => _text.EndLine(source);

    public void End(int source)
    {
        CloseDownTo(0, source);
        _quotes.End();
    }

    public void StartTag(HtmlElement element, scoped in TagAttributes attributes, int source, int length)
    {
        if (element.Is(HtmlTraits.Ignored) || !Prepare(element, source))
            return;
        if (element == HtmlElement.Br)
        {
            if (_hidden == 0 && (_showsAll || !attributes.IsHidden))
                _text.AddLineEnd(source, length);
            return;
        }

        var isLine = element == HtmlElement.P && attributes.IsLine;
        var hides = !_showsAll && (element.Is(HtmlTraits.Hidden) || attributes.IsHidden);
        var hidesCells = hides;

        // What stands in a table and in no cell is shown before the table.
        var isFrame = element == HtmlElement.Table_ || (element.Is(HtmlTraits.TablePart) && !element.Is(HtmlTraits.Scope));
        if (element.Is(HtmlTraits.TablePart))
            hidesCells |= _open[_open.Top].HidesCells;
        if (isFrame)
            hides = false;
        else if (element.Is(HtmlTraits.TablePart))
            hides |= hidesCells;

        var quote = QuoteMarkup.None;
        if (_hidden == 0 && !hides)
        {
            Separate(element, isLine, source);
            quote = QuoteOf(element, in attributes);
            if (quote != QuoteMarkup.None)
                _text.EndLine(source);
        }

        if (element.Is(HtmlTraits.Void))
        {
            _quotes.Begin(quote);
            return;
        }

        var preserves = attributes.Preserves ?? (element.Is(HtmlTraits.Preserves) || _preserved > 0);
        if (!_open.Push(new OpenElement(element, hides, hidesCells, preserves, _hasNoSize, quote, _text.Length, isLine)))
            return;
        _quotes.Begin(quote);
        _hidden += hides ? 1 : 0;
        _preserved = preserves ? 1 : 0;
        _hasNoSize = !_showsAll && (attributes.HasNoSize ?? _hasNoSize);
        NoteHidden(source + length);
    }

    public void EndTag(HtmlElement element, int source)
    {
        if (element.Is(HtmlTraits.Ignored))
            return;
        if (element == HtmlElement.Br)
        {
            if (_hidden == 0)
                _text.AddLineEnd(source, 0);
            return;
        }

        _hasForm &= element != HtmlElement.Form;
        var place = PlaceOfEnded(element);
        if (place < 0)
        {
            if (element == HtmlElement.P && _hidden == 0)
                Separate(element, isLine: false, source);
            return;
        }

        while (element == HtmlElement.Form && EndsByItself(_open[_open.Top].Element))
            CloseDownTo(_open.Top, source);
        if (element == HtmlElement.Form && place < _open.Top)
            _open.HandOver(place, ref _hidden);
        else if (element.Is(HtmlTraits.Formatting) && HasSpecialAbove(place))
            Remove(place, source);
        else
            CloseDownTo(place, source);
    }

    private QuoteMarkup QuoteOf(HtmlElement element, scoped in TagAttributes attributes)
    {
        var quote = attributes.QuoteOf(element);
        return quote == QuoteMarkup.None && element == HtmlElement.Blockquote && _quotes.MayBegin ? QuoteMarkup.Quote : quote;
    }

    // Ends what a start tag ends; false where it is not known here.
    private bool Prepare(HtmlElement element, int source)
    {
        if (element.Is(HtmlTraits.TablePart))
        {
            var table = _open.FindTable();
            if (table < 0)
                return false;
            CloseDownTo(_open.CountAround(element, table), source);
            PushAround(element);
            return true;
        }

        if (element == HtmlElement.Table_ && _open.IsBetweenCells())
            CloseDownTo(_open.FindTable(), source);
        else if (element == HtmlElement.Form)
        {
            var isIgnored = _hasForm || _open.IsBetweenCells();
            _hasForm = true;
            if (isIgnored)
                return false;
        }
        else if (element == HtmlElement.Button)
            Close(_open.Find(element, HtmlTraits.Scope), source);
        else if (element == HtmlElement.A && _open.Find(element, HtmlTraits.Scope) is var link and >= 0)
            Remove(link, source);
        else if (element.Is(HtmlTraits.Item) && element.Is(HtmlTraits.Special))
            Close(_open.FindItem(element), source);
        else if (element.Is(HtmlTraits.Item) && _open.Top >= 0 && _open[_open.Top].Element == element)
            CloseDownTo(_open.Top, source);

        if (element.Is(HtmlTraits.EndsParagraph))
            Close(_open.FindParagraph(), source);
        if (element.Is(HtmlTraits.Heading) && _open.Top >= 0 && _open[_open.Top].Element.Is(HtmlTraits.Heading))
            CloseDownTo(_open.Top, source);
        return true;
    }

    // The group and the row that a row or a cell stands in though nobody has written them.
    private void PushAround(HtmlElement part)
    {
        if (part != HtmlElement.Tr && !part.Is(HtmlTraits.Cell))
            return;
        if (_open[_open.Top].Element == HtmlElement.Table_)
            PushImplied(HtmlElement.Tbody);
        if (part != HtmlElement.Tr && _open[_open.Top].Element.Is(HtmlTraits.RowGroup))
            PushImplied(HtmlElement.Tr);
    }

    private void PushImplied(HtmlElement element) =>
        _open.Push(_open[_open.Top] with { Element = element, Hides = false, HasNoSize = _hasNoSize, Quote = QuoteMarkup.None });

    private int PlaceOfEnded(HtmlElement element)
    {
        if (element == HtmlElement.P)
            return _open.FindParagraph();
        if (element.Is(HtmlTraits.Heading))
            return _open.FindHeading();
        if (element.Is(HtmlTraits.TablePart))
            return _open.FindTable() is var table and >= 0 && _open.Find(element, HtmlTraits.None) is var part && part > table ? part : -1;
        if (element == HtmlElement.Table_)
            return _open.FindTable();
        if (element.Is(HtmlTraits.Item) && element.Is(HtmlTraits.Special))
            return _open.FindEndOfItem(element);
        return _open.Find(element, element.Is(HtmlTraits.Special | HtmlTraits.Formatting) ? HtmlTraits.Scope : HtmlTraits.Special);
    }

    private bool HasSpecialAbove(int place)
    {
        for (var above = _open.Top; above > place; above--)
        {
            if (_open[above].Element.Is(HtmlTraits.Special))
                return true;
        }

        return false;
    }

    private void NoteHidden(int source)
    {
        if (IsSeen)
            HiddenFrom = -1;
        else if (HiddenFrom < 0)
            HiddenFrom = source;
    }

    private static bool EndsByItself(HtmlElement element) => element == HtmlElement.P || element.Is(HtmlTraits.Item);

    private void Separate(HtmlElement element, bool isLine, int source)
    {
        if (!element.Is(HtmlTraits.Block | HtmlTraits.Cell))
            return;
        if (element.Is(HtmlTraits.Block))
            _text.EndLine(source);
        else
            _text.AddBlank(source);
        if (!element.Is(HtmlTraits.Line) && !isLine && !(element.Is(HtmlTraits.Value) && _text.EndsInLabel))
            _text.EndPart();
    }

    private void Close(int place, int source)
    {
        if (place >= 0)
            CloseDownTo(place, source);
    }

    private void CloseDownTo(int count, int source)
    {
        while (_open.Top >= count)
            Remove(_open.Top, source);
    }

    private void Remove(int place, int source)
    {
        var closed = _open[place];
        _open.RemoveAt(place);
        _hidden -= closed.Hides ? 1 : 0;
        if (place > _open.Top)
        {
            _hasNoSize = closed.HasNoSize;
            _preserved = _open.Top >= 0 && _open[_open.Top].Preserves ? 1 : 0;
        }

        NoteHidden(source);

        if (_hidden == 0 && !closed.Hides)
            Separate(closed.Element, closed.IsLine, source);
        if (closed.Quote == QuoteMarkup.None)
            return;
        if (_hidden == 0)
            _text.EndLine(source);
        _quotes.End(closed.Quote, closed.Start);
    }
}
