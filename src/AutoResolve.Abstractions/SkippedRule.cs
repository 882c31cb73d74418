namespace AutoResolve;

/// <summary>A rule whose conditions hold and that was left out.</summary>
/// <param name="Match">The rule and its evidence.</param>
/// <param name="Why">Why it was left out, as a value to branch on.</param>
/// <param name="Summary">Why, in a sentence for staff.</param>
public sealed record SkippedRule(RuleEvidence Match, SkipReason Why, string Summary);
