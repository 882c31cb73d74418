namespace AutoResolve.Rules.Model;

/// <summary>What a rollout's share is a share of.</summary>
internal enum RolloutBy
{
    Requester = 0,
    Issue,
}
