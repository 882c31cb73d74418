namespace AutoResolve.Matching.Regexes;

/// <summary>Takes no character; holds between some.</summary>
internal sealed record AssertionNode(Assertion Assertion) : RegexNode;
