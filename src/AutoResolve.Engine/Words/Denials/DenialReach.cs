namespace AutoResolve.Words.Denials;

/// <summary>Which words a cue is about.</summary>
internal enum DenialReach
{
    /// <summary>What begins right behind it, with words between that say nothing by themselves: "not a red light".</summary>
    Next,

    /// <summary>All behind it, to the end of its clause.</summary>
    Clause,

    /// <summary>All before it in its clause: "error 002 is gone"; and in the clause before, where it names nothing: "It is gone".</summary>
    Before,

    /// <summary>What it is the value of: "Locked out: N/A", "Beeping? No."</summary>
    Label,

    /// <summary>All that was told before it, some sentences back: "you can close this ticket".</summary>
    Told,

    /// <summary>It takes back what was said to be over or solved: "but it came back".</summary>
    Back,
}

/// <summary>Of which words a cue says something.</summary>
internal enum DenialMatter
{
    /// <summary>Of all.</summary>
    Any,

    /// <summary>Of those with which something is wrong: that there is no error is good, that there is no code is not.</summary>
    Trouble,
}
