namespace AutoResolve.Insights.Learning;

/// <summary>How points are learnt.</summary>
public sealed record PointsOptions
{
    /// <summary>
    /// How many of the texts that are not meant may reach the points needed, as a share of them. Default: 0.02.
    /// </summary>
    public double FalseAlarms { get; init; } = 0.02;

    /// <summary>The most phrases that may be asked for.</summary>
    public const int MostPhrases = 10_000;

    /// <summary>Phrases that stand in fewer texts are left out. Default: 3.</summary>
    public int MinTexts { get; init; } = 3;

    /// <summary>
    /// The most phrases that get points: those that change least are left out first. Default: 8,000. At most <see cref="MostPhrases"/>.
    /// </summary>
    public int MaxPhrases { get; init; } = 8_000;

    /// <summary>How many points a factor of e in the odds is worth. Default: 10.</summary>
    public int PointsPerFactor { get; init; } = 10;

    /// <summary>In how many parts the texts are judged, each by what the others teach. Default: 5.</summary>
    public int Parts { get; init; } = 5;

    /// <summary>Whether the condition will stand in a guard, whose phrases bear more typing errors and are read even denied. Default: true.</summary>
    public bool ForGuard { get; init; } = true;
}
