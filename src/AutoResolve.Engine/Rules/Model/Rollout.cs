namespace AutoResolve.Rules.Model;

/// <summary>The stable share, in percent, of requesters or issues for whom a rule acts.</summary>
internal sealed record Rollout(int Percent, RolloutBy By);
