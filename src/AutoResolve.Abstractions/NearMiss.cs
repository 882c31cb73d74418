namespace AutoResolve;

/// <summary>A rule that failed by exactly one condition.</summary>
/// <param name="Match">The rule and the evidence of the conditions that held.</param>
/// <param name="Pointer">The condition that failed, as a JSON pointer into the rule.</param>
/// <param name="Failed">The condition that failed, in words: <c>any of "error 002", "code 002"</c>.</param>
public sealed record NearMiss(RuleEvidence Match, string Pointer, string Failed);
