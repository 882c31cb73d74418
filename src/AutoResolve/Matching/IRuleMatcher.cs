namespace AutoResolve.Matching;

/// <summary>Finds the rules that match an issue. Every implementation gives the same matches and evidence as <see cref="PlainMatcher"/>.</summary>
internal interface IRuleMatcher
{
    /// <returns>The matching rules in the order of their ordinals, and how many rules were evaluated to find them.</returns>
    MatchResult Match(IssueText text, FactValues facts);
}
