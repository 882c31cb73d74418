namespace AutoResolve;

/// <summary>A rule that matched and did not win.</summary>
/// <param name="Match">The rule and its evidence.</param>
/// <param name="Why">Why it lost, in a sentence for staff.</param>
public sealed record RunnerUp(RuleEvidence Match, string Why);
