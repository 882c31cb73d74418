namespace AutoResolve.Crash.Hosting;

/// <summary>How the hosts break a promise on purpose.</summary>
internal enum Sabotage
{
    None = 0,

    /// <summary>Intents are not written.</summary>
    SkipIntents,

    /// <summary>The journal ends with the host, and is its own.</summary>
    ForgetJournal,

    /// <summary>Entries are said to be written before they are: an intent is not before somebody has looked for it in vain.</summary>
    WriteLate,

    /// <summary>Each host has a secret of its own, so that one effect gets a key from each.</summary>
    TwoKeys,

    /// <summary>The first turn of one case in five is said to be done, and nothing has it.</summary>
    LoseTurns,

    /// <summary>What is idempotent is called twice, though nothing happened in between.</summary>
    CallTwice,

    /// <summary>Cases on which another host works are taken up all the same; one call lasts until another host makes it, too.</summary>
    IgnoreLeases,
}
