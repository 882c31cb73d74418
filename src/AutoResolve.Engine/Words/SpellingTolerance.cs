namespace AutoResolve.Words;

/// <summary>Which typing errors a word of a phrase bears.</summary>
internal enum SpellingTolerance : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>One, where nothing else can be meant.</summary>
    OneError,

    /// <summary>One, in a longer word two, whatever else may be meant.</summary>
    Guard,
}
