namespace AutoResolve.Matching.Regexes;

/// <summary>What a <see cref="RegexInstruction"/> does.</summary>
internal enum RegexInstructionKind
{
    /// <summary>Takes one character.</summary>
    Take,

    /// <summary>Goes on in two ways.</summary>
    Fork,

    /// <summary>Goes on where something holds.</summary>
    Assert,

    /// <summary>Has found a match.</summary>
    Match,
}
