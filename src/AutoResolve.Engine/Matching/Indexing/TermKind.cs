namespace AutoResolve.Matching.Indexing;

/// <summary>What a term wants of a word.</summary>
internal enum TermKind
{
    /// <summary>To be one of some words.</summary>
    Word,

    /// <summary>To begin so.</summary>
    Prefix,

    /// <summary>To have letters in it.</summary>
    Part,
}
