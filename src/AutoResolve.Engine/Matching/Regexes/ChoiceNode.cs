namespace AutoResolve.Matching.Regexes;

/// <summary>One of several parts, the first preferred.</summary>
internal sealed record ChoiceNode(IReadOnlyList<RegexNode> Branches) : RegexNode;
