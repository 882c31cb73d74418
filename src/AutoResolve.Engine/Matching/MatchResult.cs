namespace AutoResolve.Matching;

/// <summary>What a matcher found, and what it cost.</summary>
internal readonly record struct MatchResult(IReadOnlyList<RuleMatch> Matches, int Evaluated);
