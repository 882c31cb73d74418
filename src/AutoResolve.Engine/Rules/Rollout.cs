namespace AutoResolve.Rules;

/// <summary>The stable share, in percent, of requesters or issues for whom a rule acts.</summary>
internal sealed record Rollout(int Percent, RolloutBy By);

/// <summary>What a rollout's share is a share of.</summary>
internal enum RolloutBy
{
    Requester = 0,
    Issue,
}

/// <summary>How often the actions of a rule may be carried out: once in a window.</summary>
internal sealed record OncePer(TimeSpan Window, OncePerBy By);

/// <summary>Whose actions a once-per window counts.</summary>
internal enum OncePerBy
{
    Requester = 0,
    Issue,

    /// <summary>Everybody's: once for the whole host.</summary>
    Rule,
}
