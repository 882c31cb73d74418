namespace AutoResolve.Reading;

/// <summary>Which cases to list, and how: those for which all that is set holds.</summary>
public sealed record CaseFilter
{
    /// <summary>What they wait for; null, the default, for all that are not closed.</summary>
    public CaseStage? Stage { get; init; }

    /// <summary>The team that has them, as rules name it.</summary>
    public string? Team { get; init; }

    /// <summary>The organisation whose they are; empty for those of none.</summary>
    public string? Tenant { get; init; }

    /// <summary>Whoever has to move has had to for so long at least.</summary>
    public TimeSpan? MinAge { get; init; }

    /// <summary>Only those whose time has passed: a running host takes them up.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>The order. Default: those that have waited longest first.</summary>
    public CaseOrder Order { get; init; }

    /// <summary>At most so many, the first by the order. Default: 1,000.</summary>
    public int Limit { get; init; } = 1_000;
}
