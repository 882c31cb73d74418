namespace AutoResolve.Matching;

/// <summary>Evaluates every rule whose scope takes the issue. The definition of what a match is: faster matchers are tested against it.</summary>
internal sealed class PlainMatcher(IReadOnlyList<CompiledRule> rules) : IRuleMatcher
{
    public MatchResult Match(IssueText text, FactValues facts) => throw new NotImplementedException(nameof(rules) + rules.Count);
}
