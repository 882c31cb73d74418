namespace AutoResolve.Regexes;

/// <summary>One step of a <see cref="LinearRegex"/>.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Next">Where it goes on; for a fork the preferred way.</param>
/// <param name="Other">The other way of a fork.</param>
/// <param name="Set">The characters that it takes.</param>
/// <param name="Assertion">What it asks.</param>
internal readonly record struct RegexInstruction(
    RegexInstructionKind Kind,
    int Next = 0,
    int Other = 0,
    CharacterSet? Set = null,
    Assertion Assertion = default
);

/// <summary>What a <see cref="RegexInstruction"/> does.</summary>
internal enum RegexInstructionKind
{
    /// <summary>Takes one character.</summary>
    Take,

    /// <summary>Goes on in two ways.</summary>
    Fork,

    /// <summary>Goes on where something holds.</summary>
    Assert,

    /// <summary>Begins what the group called <c>value</c> takes.</summary>
    BeginValue,

    /// <summary>Ends it.</summary>
    EndValue,

    /// <summary>Has found a match.</summary>
    Match,
}
