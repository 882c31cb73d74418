namespace AutoResolve;

/// <summary>A rule that matches an issue.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="IsCertain">Whether it holds; false where that depends on a fact that is not known.</param>
/// <param name="Evidence">What speaks for it.</param>
public sealed record MatchedRule(RuleReference Rule, bool IsCertain, IReadOnlyList<Evidence> Evidence);
