namespace AutoResolve.Matching;

/// <summary>What a matcher found, and what it cost.</summary>
internal sealed record MatchResult(IReadOnlyList<RuleMatch> Matches, int Evaluated);
