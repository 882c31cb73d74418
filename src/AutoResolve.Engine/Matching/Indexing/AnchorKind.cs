namespace AutoResolve.Matching.Indexing;

/// <summary>What an <see cref="Anchor"/> is.</summary>
internal enum AnchorKind
{
    /// <summary>A word that satisfies a term.</summary>
    Term,

    /// <summary>Two words side by side that satisfy two terms.</summary>
    Pair,

    /// <summary>A field has a value.</summary>
    Value,

    /// <summary>A field is there.</summary>
    Field,

    /// <summary>A group of anchors, one of which must be there: a list or a condition that several rules use.</summary>
    Group,
}
