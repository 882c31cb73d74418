namespace AutoResolve.Words;

/// <summary>What a character is to a reader of words.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Ends a word.</summary>
    Separator = 0,

    /// <summary>Part of a word.</summary>
    Letter,

    /// <summary>A word by itself, in scripts that write no spaces.</summary>
    Ideograph,

    /// <summary>An apostrophe: vanishes, and holds the word together.</summary>
    Apostrophe,

    /// <summary>An accent or other mark: belongs to its word.</summary>
    Mark,

    /// <summary>A character that nobody sees: vanishes.</summary>
    Invisible,
}
