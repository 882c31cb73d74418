namespace AutoResolve.Matching.Indexing;

/// <summary>
/// The instructions of <see cref="RuleCode"/>. Each begins with one number: its whole length, and this in the low four bits.
/// </summary>
internal enum Opcode
{
    /// <summary>Conditions, all of which must hold.</summary>
    All,

    /// <summary>Conditions, one of which must hold.</summary>
    Any,

    /// <summary>Conditions, none of which may hold.</summary>
    None,

    /// <summary>A part of the text, then phrases, one of which must be there.</summary>
    AnyPhrase,

    /// <summary>A part of the text, then phrases, all of which must be there.</summary>
    AllPhrases,

    /// <summary>A part of the text, the distance, then phrases, all of which must be there within it.</summary>
    Near,

    /// <summary>A condition that reads the text itself, by its place in <see cref="RuleCode.Leaves"/>.</summary>
    Leaf,

    /// <summary>A condition that several rules share, by its place in <see cref="RuleCode.Shared"/>.</summary>
    Shared,
}
