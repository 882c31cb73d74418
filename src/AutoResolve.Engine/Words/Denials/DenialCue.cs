namespace AutoResolve.Words.Denials;

/// <summary>Words that deny others, or say that they are over, solved or only supposed.</summary>
internal sealed record DenialCue
{
    /// <summary>The words, one after the other.</summary>
    public required CueWord[] Says { get; init; }

    /// <summary>The place among them of the rarest that must be there.</summary>
    public required int Trigger { get; init; }

    /// <summary>What it makes of the words that it reaches.</summary>
    public DenialReason Reason { get; init; }

    /// <summary>Which words it is about.</summary>
    public DenialReach Reach { get; init; }

    /// <summary>Of which of them it says something.</summary>
    public DenialMatter Of { get; init; }

    /// <summary>What may stand between it and the first of them.</summary>
    public SymbolSet Through { get; init; }

    /// <summary>With what its clause ends, besides what ends any.</summary>
    public SymbolSet Until { get; init; }

    /// <summary>It is none right behind one of these.</summary>
    public SymbolSet NotAfter { get; init; }

    /// <summary>It is none where, behind what may stand between, one of these comes.</summary>
    public SymbolSet NotBefore { get; init; }

    /// <summary>It is none where one of these stands before it in its clause.</summary>
    public SymbolSet NotIn { get; init; }

    /// <summary>It is none where one of these stands behind it in its sentence.</summary>
    public SymbolSet NotWith { get; init; }

    /// <summary>One of these must stand in the clause that it reaches; null where nothing must.</summary>
    public SymbolSet? Needs { get; init; }

    /// <summary>Whether it is none in a question.</summary>
    public bool NotAsked { get; init; }

    /// <summary>Whether it is one only in a question.</summary>
    public bool Asked { get; init; }

    /// <summary>Whether it is one only at the end of a clause.</summary>
    public bool AtEnd { get; init; }

    /// <summary>Whether what denies in its clause affirms: "it is not true that it is not down".</summary>
    public bool Turns { get; init; }
}

/// <summary>A word of a cue: one of several.</summary>
/// <param name="Words">These.</param>
/// <param name="Min">How often it must be there: 0 or 1.</param>
/// <param name="Max">How often it may be there.</param>
internal readonly record struct CueWord(SymbolSet Words, int Min, int Max);
