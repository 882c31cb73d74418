namespace AutoResolve.Matching.Indexing.NearMisses;

/// <summary>What was found besides matches.</summary>
/// <param name="Misses">Rules that miss by one condition, best first.</param>
/// <param name="LeftOut">Drafts and rules out of their scope whose conditions hold.</param>
internal sealed record NearMissResult(IReadOnlyList<NearRule> Misses, IReadOnlyList<RuleMatch> LeftOut);
