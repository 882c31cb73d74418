namespace AutoResolve.Words.Denials;

/// <summary>
/// How a language denies, as denials.json has it: words with blanks between, on one line or in a list of lines; <c>@name</c> stands for
/// those of that name.
/// </summary>
internal sealed record DenialLanguage
{
    /// <summary>Words by a name.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>Words with which a phrase denies by itself.</summary>
    public string Denies { get; init; } = "";

    /// <inheritdoc cref="DenialWords.Ends"/>
    public string Ends { get; init; } = "";

    /// <inheritdoc cref="DenialWords.Subjects"/>
    public string Subjects { get; init; } = "";

    /// <inheritdoc cref="DenialWords.Or"/>
    public string Or { get; init; } = "";

    /// <inheritdoc cref="DenialWords.Refers"/>
    public string Refers { get; init; } = "";

    /// <inheritdoc cref="DenialWords.TurnsBack"/>
    public string TurnsBack { get; init; } = "";

    /// <inheritdoc cref="DenialWords.Trouble"/>
    public string Trouble { get; init; } = "";

    /// <inheritdoc cref="DenialWords.Compounds"/>
    public string Compounds { get; init; } = "";

    /// <summary>These words are also read where one letter is missing, doubled, or in the place of the next.</summary>
    public string Slips { get; init; } = "";

    /// <summary>Words as people misspell them, by how they are spelt.</summary>
    public IReadOnlyDictionary<string, string> Misspelt { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc cref="ValueWords"/>
    public ValueSource Values { get; init; } = new();

    /// <summary>The cues.</summary>
    public IReadOnlyList<DenialCueSource> Cues { get; init; } = [];
}

/// <summary>See <see cref="DenialCue"/>.</summary>
internal sealed record DenialCueSource
{
    /// <summary>
    /// Words one after the other: <c>a|b</c> is one of them; what ends with <c>?</c> may be there, what ends with <c>*</c> up to three
    /// times.
    /// </summary>
    public required string Says { get; init; }

    public DenialReason Reason { get; init; }

    public DenialReach Reach { get; init; }

    public string Through { get; init; } = "";

    public DenialMatter Of { get; init; }

    public string Until { get; init; } = "";

    public string NotAfter { get; init; } = "";

    public string NotBefore { get; init; } = "";

    public string NotIn { get; init; } = "";

    public string NotWith { get; init; } = "";

    public string Needs { get; init; } = "";

    public bool NotAsked { get; init; }

    public bool Asked { get; init; }

    public bool AtEnd { get; init; }

    public bool Turns { get; init; }
}
