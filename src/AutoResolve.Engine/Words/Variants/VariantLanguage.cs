namespace AutoResolve.Words.Variants;

/// <summary>The wordings of a language that are one to a reader, as variants.json has them.</summary>
internal sealed record VariantLanguage
{
    /// <summary>Words that are one wherever they stand, with blanks between: each finds all forms of each.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The same where they stand in a phrase with other words.</summary>
    public IReadOnlyList<string> InPhrases { get; init; } = [];

    /// <summary>
    /// Wordings of several words, with <c>|</c> between; <c>#</c> stands for any word that has a digit, the same in all of them.
    /// </summary>
    public IReadOnlyList<string> Wordings { get; init; } = [];

    /// <summary>A word, and what stands for it where a full stop stands behind it and other words before it.</summary>
    public IReadOnlyList<string> Abbreviations { get; init; } = [];

    /// <summary>Words that are others without their apostrophe.</summary>
    public string NeedApostrophe { get; init; } = "";

    /// <summary>Words that are others in small letters, where they are a whole phrase.</summary>
    public string NeedCapitals { get; init; } = "";

    /// <summary>Verbs behind which a word of <see cref="Also"/> finds no more.</summary>
    public string Auxiliaries { get; init; } = "";

    /// <summary>A word, and behind it words that it finds as well where it stands in a phrase with others.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Units of measure, each with its forms and abbreviations.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>What stands before a word with a hyphen or without.</summary>
    public string Prefixes { get; init; } = "";

    /// <summary>Verbs that are also written as one word with what stands behind them.</summary>
    public string Verbs { get; init; } = "";

    /// <summary>What stands before nouns. Between two of them such a verb is a noun, and what stands behind it a preposition.</summary>
    public string Determiners { get; init; } = "";

    /// <summary>What stands behind such verbs.</summary>
    public string Particles { get; init; } = "";
}
