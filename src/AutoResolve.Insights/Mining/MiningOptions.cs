namespace AutoResolve.Insights.Mining;

/// <summary>How rules are mined.</summary>
internal sealed record MiningOptions
{
    /// <summary>The least precision of what the mined rules decide together, by the lower end of its interval.</summary>
    public double Precision { get; init; } = 0.95;

    /// <summary>The share of issues that take no part in induction and judge it.</summary>
    public double HeldOut { get; init; } = 0.1;

    /// <summary>Labels with fewer issues are left out.</summary>
    public int FewestIssues { get; init; } = 10;

    /// <summary>The least number of issues on which a condition rests.</summary>
    public int FewestMatches { get; init; } = 3;

    /// <summary>How many clusters where there are no labels; null for one that suits the number of issues.</summary>
    public int? Clusters { get; init; }

    /// <summary>What chance decides, so that the same history gives the same rules.</summary>
    public int Seed { get; init; } = 1;
}
