namespace AutoResolve.Seen;

/// <summary>What the markup of a mail program says of an element.</summary>
internal enum QuoteMarkup : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is a quote.</summary>
    Quote,

    /// <summary>It introduces a quote, "On Monday, … wrote:", or the head of a forwarded message.</summary>
    Introduction,

    /// <summary>Block quotes in it are quotes; what stands beside them is not.</summary>
    Container,

    /// <summary>With it begins what was written before, up to the end.</summary>
    Rest,

    /// <summary>With it begins what was written before, where it holds the lines of a mail's head.</summary>
    Head,
}
