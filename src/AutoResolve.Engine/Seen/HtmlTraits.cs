namespace AutoResolve.Seen;

/// <summary>What an element of HTML is to a reader of what a person sees, and to the rules by which elements end.</summary>
[Flags]
internal enum HtmlTraits
{
    None = 0,

    /// <summary>A tag of HTML, by which a text is known as HTML.</summary>
    Known = 1,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1 << 1,

    /// <summary>Begins and ends a line.</summary>
    Block = 1 << 2,

    /// <summary>Apart from its neighbours by a blank: a cell of a table.</summary>
    Cell = 1 << 3,

    /// <summary>Nobody sees what is in it.</summary>
    Hidden = 1 << 4,

    /// <summary>Has only characters in it, up to its end tag.</summary>
    RawText = 1 << 5,

    /// <summary>Has only characters and entities in it, up to its end tag.</summary>
    EscapedText = 1 << 6,

    /// <summary>Keeps blanks and line ends.</summary>
    Preserves = 1 << 7,

    /// <summary>Its tags change nothing: html, head, body.</summary>
    Ignored = 1 << 8,

    /// <summary>An end tag of an element that is no block does not end elements around it.</summary>
    Special = 1 << 9,

    /// <summary>No end tag within it ends an element around it.</summary>
    Scope = 1 << 10,

    /// <summary>Its end tag ends it even where blocks in it are still open, which stay open.</summary>
    Formatting = 1 << 11,

    /// <summary>Its start tag ends a paragraph.</summary>
    EndsParagraph = 1 << 12,

    /// <summary>Of several only one is open: h1 to h6.</summary>
    Heading = 1 << 13,

    /// <summary>A part of a table, which is only known in a table.</summary>
    TablePart = 1 << 14,

    /// <summary>tbody, thead, tfoot.</summary>
    RowGroup = 1 << 15,

    /// <summary>Is ended by the next one of its kind: li, dd, dt, option.</summary>
    Item = 1 << 16,

    /// <summary>A line and no more: mail programs write one for each line, as div.</summary>
    Line = 1 << 17,

    /// <summary>Goes on where what is before it ends in a colon: td, th, dd, dt.</summary>
    Value = 1 << 18,
}
