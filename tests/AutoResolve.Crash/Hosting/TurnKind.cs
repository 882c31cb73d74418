namespace AutoResolve.Crash.Hosting;

/// <summary>What a turn asks for: one for each rule, and two that no rule knows.</summary>
internal enum TurnKind
{
    /// <summary>A flag (idempotent), then a letter (not), then an answer.</summary>
    FlagLetter = 0,

    /// <summary>A letter, then a flag.</summary>
    LetterFlag,

    /// <summary>A flag and a letter, then a check that never passes, so that the flag is taken back.</summary>
    TakenBack,

    /// <summary>Something irreversible that a person approves.</summary>
    Erase,

    /// <summary>An answer.</summary>
    Answer,

    /// <summary>A question.</summary>
    Ask,

    /// <summary>A team.</summary>
    Route,

    /// <summary>Nothing that a rule knows: a person gets it.</summary>
    Unknown,

    /// <summary>Nothing at all: it is only written down.</summary>
    Nothing,
}
