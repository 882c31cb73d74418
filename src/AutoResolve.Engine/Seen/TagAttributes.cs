using System.Buffers;
using System.Globalization;

namespace AutoResolve.Seen;

/// <summary>What the attributes of a start tag say that matters to what a person sees.</summary>
internal ref struct TagAttributes
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.");

    private ReadOnlySpan<char> _style;
    private ReadOnlySpan<char> _class;
    private ReadOnlySpan<char> _id;
    private ReadOnlySpan<char> _type;
    private ReadOnlySpan<char> _name;
    private bool _hasHidden;
    private bool _hasBar;
    private bool _hasNoBorder;
    private bool _hasTopBorder;
    private bool? _hasGapAbove;
    private bool? _hasGapBelow;

    public bool IsHidden { get; private set; }

    /// <summary>Whether a style says so; null where none does.</summary>
    public bool? HasNoSize { get; private set; }

    /// <summary>Whether a style says so; null where none does.</summary>
    public bool? Preserves { get; private set; }

    /// <summary>Whether it is a line as somebody typed it, and no paragraph with room around it: Outlook writes one for each
    /// line.</summary>
    public readonly bool IsLine =>
        (_hasGapAbove == false && _hasGapBelow == false)
        || _class.Contains("MsoNormal", StringComparison.OrdinalIgnoreCase)
        || _class.Contains("MsoPlainText", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes an attribute; of several of one name the first counts.</summary>
    public void Add(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (name.Equals("style", StringComparison.OrdinalIgnoreCase))
            Take(ref _style, value);
        else if (name.Equals("class", StringComparison.OrdinalIgnoreCase))
            Take(ref _class, value);
        else if (name.Equals("id", StringComparison.OrdinalIgnoreCase))
            Take(ref _id, value);
        else if (name.Equals("type", StringComparison.OrdinalIgnoreCase))
            Take(ref _type, value);
        else if (name.Equals("name", StringComparison.OrdinalIgnoreCase))
            Take(ref _name, value);
        else if (name.Equals("hidden", StringComparison.OrdinalIgnoreCase))
            _hasHidden = true;
    }

    /// <summary>Reads the style, once all attributes are there.</summary>
    public void ReadStyle()
    {
        bool? hidden = null;
        var (isFlat, isClipped) = (false, false);
        foreach (var part in _style.Split(';'))
        {
            var declaration = _style[part];
            var colon = declaration.IndexOf(':');
            if (colon < 0)
                continue;
            var name = declaration[..colon].Trim();
            var value = WithoutImportant(declaration[(colon + 1)..].Trim());
            if (Is(name, "display"))
                hidden = Is(value, "none");
            else if (Is(name, "mso-hide"))
                IsHidden |= Is(value, "all");
            else if (Is(name, "font-size"))
                HasNoSize = IsZero(value);
            else if (name.StartsWith("margin", StringComparison.OrdinalIgnoreCase))
                ReadMargin(name, value);
            else if (Is(name, "max-height"))
                isFlat = IsZero(value);
            else if (Is(name, "overflow"))
                isClipped = Is(value, "hidden");
            else if (Is(name, "border"))
                _hasNoBorder |= Is(value, "none");
            else if (Is(name, "border-top"))
                _hasTopBorder |= value.Contains("solid", StringComparison.OrdinalIgnoreCase);
            else if (name.StartsWith("border-left", StringComparison.OrdinalIgnoreCase))
                _hasBar = !Is(value, "none") && !IsZero(value);
            else if (Is(name, "white-space"))
                Preserves = value.StartsWith("pre", StringComparison.OrdinalIgnoreCase) || Is(value, "break-spaces");
        }

        // A style that shows it counts for more than the attribute.
        IsHidden |= (hidden ?? _hasHidden) || (isFlat && isClipped);
    }

    /// <summary>What the mail programs mean by it, that name their elements.</summary>
    public readonly QuoteMarkup QuoteOf(HtmlElement element)
    {
        if (
            element == HtmlElement.Blockquote
            && (_hasBar || Is(_type, "cite") || HasClass("gmail_quote") || HasClass("protonmail_quote") || HasClass("tutanota_quote"))
        )
            return QuoteMarkup.Quote;
        if (HasClass("gmail_quote") || HasClass("protonmail_quote"))
            return QuoteMarkup.Container;
        if (HasClass("gmail_attr") || HasClass("moz-cite-prefix") || Is(_id, "reply-intro"))
            return QuoteMarkup.Introduction;
        if (
            HasClass("yahoo_quoted")
            || (element == HtmlElement.Div && Is(_name, "quote"))
            || _id.StartsWith("yahoo_quoted", StringComparison.OrdinalIgnoreCase)
            || HasClass("ms-outlook-mobile-reference-message")
            || Is(_id, "mail-editor-reference-message-container")
        )
            return QuoteMarkup.Quote;
        if (Is(_id, "divRplyFwdMsg") || Is(_id, "appendonsend") || Is(_id, "zwchr") || HasClass("OutlookMessageHeader"))
            return QuoteMarkup.Rest;

        // Outlook's line above the head of what is answered.
        return element == HtmlElement.Div && _hasNoBorder && _hasTopBorder ? QuoteMarkup.Head : QuoteMarkup.None;
    }

    private void ReadMargin(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (Is(name, "margin-top"))
            _hasGapAbove = IsGap(value);
        else if (Is(name, "margin-bottom"))
            _hasGapBelow = IsGap(value);
        if (!Is(name, "margin"))
            return;
        var sides = 0;
        var below = value;
        foreach (var part in value.Split(' '))
        {
            if (value[part].IsEmpty)
                continue;
            _hasGapAbove = sides == 0 ? IsGap(value[part]) : _hasGapAbove;
            below = sides is 0 or 2 ? value[part] : below;
            sides++;
        }

        _hasGapBelow = IsGap(below);
    }

    // Outlook writes .0001pt for none.
    private static bool IsGap(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAnyExcept(OfNumbers);
        var number = end < 0 ? value : value[..end];
        return !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) || size >= 0.01;
    }

    private static void Take(ref ReadOnlySpan<char> place, ReadOnlySpan<char> value)
    {
        if (place.IsEmpty)
            place = value;
    }

    private static bool Is(ReadOnlySpan<char> value, string expected) => value.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutImportant(ReadOnlySpan<char> value) =>
        value.IndexOf('!') is var mark and >= 0 ? value[..mark].TrimEnd() : value;

    // 0, 0px, 0.0pt, but not 0.5em.
    private static bool IsZero(ReadOnlySpan<char> value)
    {
        var digits = value.IndexOfAnyExcept('0', '.');
        var number = digits < 0 ? value : value[..digits];
        return number.Contains('0') && (digits < 0 || !char.IsAsciiDigit(value[digits]));
    }

    private readonly bool HasClass(string name)
    {
        if (_class.Length < name.Length)
            return false;
        foreach (var part in _class.SplitAny(' ', '\t', '\n', '\r', '\f'))
        {
            if (Is(_class[part], name))
                return true;
        }

        return false;
    }
}
