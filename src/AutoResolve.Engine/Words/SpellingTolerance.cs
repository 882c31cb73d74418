namespace AutoResolve.Words;

/// <summary>Which typing errors a word of a phrase bears.</summary>
internal enum SpellingTolerance : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>None, and the word does not stand in the way of others: that a misspelt word may mean it, too, is not looked at.</summary>
    Aside,

    /// <summary>One, where nothing else can be meant.</summary>
    OneError,

    /// <summary>One, in a longer word two, whatever else may be meant.</summary>
    Guard,
}
