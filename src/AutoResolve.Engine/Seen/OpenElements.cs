namespace AutoResolve.Seen;

/// <summary>The elements that are open, by the rules of the HTML standard for documents that end them wrongly or not at all.</summary>
/// <remarks>
/// What formatting elements are opened again for is left out, since nobody sees it. At most so many elements are open, as in browsers,
/// so that no input makes reading slow.
/// </remarks>
internal sealed class OpenElements
{
    /// <summary>The most elements within each other; deeper ones stand beside each other.</summary>
    public const int MaxDepth = 512;

    private readonly OpenElement[] _elements = new OpenElement[MaxDepth];
    private int _count;

    /// <summary>The innermost one's place; -1 where none is open.</summary>
    public int Top => _count - 1;

    public ref readonly OpenElement this[int place] => ref _elements[place];

    public void Clear() => _count = 0;

    /// <returns>False where there are too many.</returns>
    public bool Push(in OpenElement element)
    {
        if (_count == MaxDepth)
            return false;
        _elements[_count++] = element;
        return true;
    }

    /// <summary>Takes one away, though others in it stay open.</summary>
    public void RemoveAt(int place) => _elements.AsSpan(place + 1, --_count - place).CopyTo(_elements.AsSpan(place));

    /// <summary>Takes one away in which others stay open, which are as hidden as it is; what comes after them is not in it.</summary>
    public void HandOver(int place, ref int hidden)
    {
        ref var next = ref _elements[place + 1];
        next = next with { HasNoSize = _elements[place].HasNoSize };
        if (_elements[place].Hides)
        {
            hidden -= next.Hides ? 1 : 0;
            next = next with { Hides = true };
        }

        RemoveAt(place);
    }

    /// <summary>The place of an element that an end tag ends, or -1: the search ends at the first element of one of the kinds.</summary>
    public int Find(HtmlElement element, HtmlTraits barrier)
    {
        for (var place = Top; place >= 0; place--)
        {
            var open = _elements[place].Element;
            if (open.Name == element.Name)
                return place;
            if (open.Is(barrier) || (barrier == HtmlTraits.Scope && open == HtmlElement.Table_))
                return -1;
        }

        return -1;
    }

    /// <summary>The place of a paragraph that a block ends, or -1.</summary>
    public int FindParagraph()
    {
        for (var place = Top; place >= 0; place--)
        {
            var open = _elements[place].Element;
            if (open == HtmlElement.P)
                return place;
            if (open.Is(HtmlTraits.Scope) || open == HtmlElement.Button || open == HtmlElement.Table_)
                return -1;
        }

        return -1;
    }

    /// <summary>The place of an item of the same list that a new one ends, or -1.</summary>
    public int FindItem(HtmlElement item)
    {
        for (var place = Top; place >= 0; place--)
        {
            var open = _elements[place].Element;
            if (open.Name == item.Name || (item != HtmlElement.Li && (open == HtmlElement.Dd || open == HtmlElement.Dt)))
                return place;
            if (open.Is(HtmlTraits.Special) && open != HtmlElement.Address && open != HtmlElement.Div && open != HtmlElement.P)
                return -1;
        }

        return -1;
    }

    /// <summary>The place of an item that its own end tag ends, or -1.</summary>
    public int FindEndOfItem(HtmlElement item)
    {
        for (var place = Top; place >= 0; place--)
        {
            var open = _elements[place].Element;
            if (open.Name == item.Name)
                return place;
            if (
                open.Is(HtmlTraits.Scope)
                || open == HtmlElement.Table_
                || (item == HtmlElement.Li && (open == HtmlElement.Ol || open == HtmlElement.Ul))
            )
                return -1;
        }

        return -1;
    }

    /// <summary>The place of any heading that the end tag of one ends, or -1.</summary>
    public int FindHeading()
    {
        for (var place = Top; place >= 0; place--)
        {
            var open = _elements[place].Element;
            if (open.Is(HtmlTraits.Heading))
                return place;
            if (open.Is(HtmlTraits.Scope) || open == HtmlElement.Table_)
                return -1;
        }

        return -1;
    }

    /// <summary>The place of the table that parts of a table belong to, or -1.</summary>
    public int FindTable()
    {
        for (var place = Top; place >= 0; place--)
        {
            if (_elements[place].Element == HtmlElement.Table_)
                return place;
            if (_elements[place].Element == HtmlElement.Template)
                return -1;
        }

        return -1;
    }

    /// <summary>Whether it stands in a table and not in one of its cells.</summary>
    public bool IsBetweenCells()
    {
        for (var place = Top; place >= 0; place--)
        {
            var open = _elements[place].Element;
            if (open == HtmlElement.Table_)
                return true;
            if ((open.Is(HtmlTraits.TablePart) && open.Is(HtmlTraits.Scope)) || open == HtmlElement.Template)
                return false;
        }

        return false;
    }

    /// <summary>
    /// How many stay open where a part of a table begins: a cell leaves the row open, a row its group, a group the table.
    /// </summary>
    public int CountAround(HtmlElement part, int table)
    {
        for (var place = Top; place > table; place--)
        {
            var open = _elements[place].Element;
            if (
                part.Is(HtmlTraits.Cell)
                    ? open == HtmlElement.Tr || open.Is(HtmlTraits.RowGroup)
                    : part == HtmlElement.Tr && open.Is(HtmlTraits.RowGroup)
            )
                return place + 1;
        }

        return table + 1;
    }
}

/// <summary>An element that is open.</summary>
/// <param name="Element">The element.</param>
/// <param name="Hides">Whether nobody sees what is in it.</param>
/// <param name="HidesCells">Of a table or a part of one, whether nobody sees the cells in it.</param>
/// <param name="Preserves">Whether blanks and line ends in it stay.</param>
/// <param name="HasNoSize">Whether letters around it have no size.</param>
/// <param name="Quote">What it quotes.</param>
/// <param name="Start">Where what is seen of it begins.</param>
/// <param name="IsLine">Whether it is a line and no more.</param>
internal readonly record struct OpenElement(
    HtmlElement Element,
    bool Hides,
    bool HidesCells,
    bool Preserves,
    bool HasNoSize,
    QuoteMarkup Quote,
    int Start,
    bool IsLine
);
