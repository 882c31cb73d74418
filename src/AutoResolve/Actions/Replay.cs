namespace AutoResolve.Actions;

/// <summary>What deciding again gives, compared with what was decided.</summary>
/// <param name="IssueId">The issue.</param>
/// <param name="Then">What was decided: outcome, rule, team.</param>
/// <param name="Now">What the same rulebook, issue, facts and day give now.</param>
/// <param name="IsMasked">Whether personal data was masked in the issue, which may be why they differ.</param>
/// <param name="Beside">What decided then beside the rules, which is why they may differ; null where the rules alone did.</param>
internal sealed record Replay(string IssueId, string Then, string Now, bool IsMasked, ResolutionReason? Beside)
{
    public bool IsSame => Then == Now;
}
