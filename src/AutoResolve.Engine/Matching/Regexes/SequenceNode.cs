namespace AutoResolve.Matching.Regexes;

/// <summary>Parts one behind the other; none is the empty text.</summary>
internal sealed record SequenceNode(IReadOnlyList<RegexNode> Parts) : RegexNode;
