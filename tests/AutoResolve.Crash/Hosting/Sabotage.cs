namespace AutoResolve.Crash.Hosting;

/// <summary>How the host breaks a promise on purpose.</summary>
internal enum Sabotage
{
    None = 0,

    /// <summary>Intents are not written.</summary>
    SkipIntents,

    /// <summary>The journal ends with the process.</summary>
    ForgetJournal,

    /// <summary>Entries are said to be written before they are.</summary>
    WriteLate,
}
