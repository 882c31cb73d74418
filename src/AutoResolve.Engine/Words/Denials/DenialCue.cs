namespace AutoResolve.Words.Denials;

/// <summary>Words that deny others, or say that they are over, solved or only supposed.</summary>
/// <param name="Says">The words, one after the other.</param>
/// <param name="Trigger">The place among them of the rarest that must be there.</param>
/// <param name="Reason">What it makes of the words that it reaches.</param>
/// <param name="Reach">Which words it is about.</param>
/// <param name="Through">What may stand between it and the first of them.</param>
/// <param name="NotAfter">It is none right behind one of these.</param>
/// <param name="NotBefore">It is none where, behind what may stand between, one of these comes.</param>
/// <param name="NotIn">It is none where one of these stands before it in its clause.</param>
/// <param name="Needs">One of these must stand in the clause that it reaches; null where nothing must.</param>
/// <param name="NotAsked">Whether it is none in a question.</param>
internal sealed record DenialCue(
    CueWord[] Says,
    int Trigger,
    DenialReason Reason,
    DenialReach Reach,
    SymbolSet Through,
    SymbolSet NotAfter,
    SymbolSet NotBefore,
    SymbolSet NotIn,
    SymbolSet? Needs,
    bool NotAsked
);

/// <summary>A word of a cue: one of several.</summary>
/// <param name="Words">These.</param>
/// <param name="Min">How often it must be there: 0 or 1.</param>
/// <param name="Max">How often it may be there.</param>
internal readonly record struct CueWord(SymbolSet Words, int Min, int Max);
