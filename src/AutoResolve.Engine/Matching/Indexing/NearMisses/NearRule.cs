namespace AutoResolve.Matching.Indexing.NearMisses;

/// <summary>A rule that misses by one condition.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Evidence">What made its other conditions hold.</param>
/// <param name="Failed">The condition.</param>
/// <param name="IsUnwanted">Whether it holds and must not.</param>
internal sealed record NearRule(CompiledRule Rule, IReadOnlyList<Evidence> Evidence, CompiledCondition Failed, bool IsUnwanted);
