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
}
