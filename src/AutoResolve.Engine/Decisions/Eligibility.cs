namespace AutoResolve.Decisions;

/// <summary>What a matching rule may do today, for this issue.</summary>
internal enum Eligibility
{
    /// <summary>It acts.</summary>
    Acts,

    /// <summary>It is proposed to a person.</summary>
    Suggests,

    /// <summary>It is only recorded.</summary>
    Shadow,

    /// <summary>Its first day has not come.</summary>
    NotYet,

    /// <summary>Its last day has passed.</summary>
    Expired,

    /// <summary>The issue is not in its rollout.</summary>
    NotRolledOut,
}
