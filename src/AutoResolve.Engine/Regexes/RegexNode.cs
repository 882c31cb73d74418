namespace AutoResolve.Regexes;

/// <summary>A part of a regular expression.</summary>
internal abstract record RegexNode;

/// <summary>One character out of a set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Literal">The character as it is written, where it is one; else null.</param>
internal sealed record CharacterNode(CharacterSet Set, char? Literal) : RegexNode;

/// <summary>Takes no character; holds between some.</summary>
internal sealed record AssertionNode(Assertion Assertion) : RegexNode;

/// <summary>Parts one behind the other; none is the empty text.</summary>
internal sealed record SequenceNode(IReadOnlyList<RegexNode> Parts) : RegexNode
{
    /// <summary>Whether this is the group called <c>value</c>.</summary>
    public bool IsValue { get; init; }
}

/// <summary>One of several parts, the first preferred.</summary>
internal sealed record ChoiceNode(IReadOnlyList<RegexNode> Branches) : RegexNode;

/// <summary>A part several times.</summary>
/// <param name="Part">The part.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most; null for any number.</param>
/// <param name="IsLazy">Whether fewer times are preferred.</param>
internal sealed record RepeatNode(RegexNode Part, int Least, int? Most, bool IsLazy) : RegexNode;
