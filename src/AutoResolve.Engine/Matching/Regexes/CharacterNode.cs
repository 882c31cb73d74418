namespace AutoResolve.Matching.Regexes;

/// <summary>One character out of a set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Literal">The character as it is written, where it is one; else null.</param>
internal sealed record CharacterNode(CharacterSet Set, char? Literal) : RegexNode;
