namespace AutoResolve.Matching.Indexing.NearMisses;

/// <summary>What a part of a rule is about.</summary>
internal enum PartKind
{
    /// <summary>Fields, facts and expressions only.</summary>
    Other,

    /// <summary>The text only.</summary>
    Text,

    /// <summary>The text and other things: where it holds, the text may have no share in it.</summary>
    Mixed,

    /// <summary>Something that must not hold.</summary>
    Unwanted,
}
