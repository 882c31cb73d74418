namespace AutoResolve.Insights.Learning;

/// <summary>How points are learnt.</summary>
public sealed record PointsOptions
{
    /// <summary>How many of the texts that are not meant may reach the points needed, as a share of them: from 0 to below 1.</summary>
    /// <value>Default: 0.02.</value>
    public double MaxFalseAlarms { get; init; } = 0.02;

    /// <summary>Phrases that stand in fewer texts are left out: 1 and more.</summary>
    /// <value>Default: 3.</value>
    public int MinTexts { get; init; } = 3;

    /// <summary>The most phrases that get points, from 1 to <see cref="PointsLearning.MaxPhrases"/>: those that change least are left out
    /// first.</summary>
    /// <value>Default: 8,000.</value>
    public int MaxPhrases { get; init; } = 8_000;

    /// <summary>How many points a factor of e in the odds is worth, from 1 to 100.</summary>
    /// <value>Default: 10.</value>
    public int PointsPerFactor { get; init; } = 10;

    /// <summary>In how many parts the texts are judged, each by what the others teach: from 2 to 100.</summary>
    /// <value>Default: 5.</value>
    public int Parts { get; init; } = 5;

    /// <summary>Whether the condition will stand in a guard, whose phrases bear more typing errors and are read even denied.</summary>
    /// <value>Default: true.</value>
    public bool ForGuard { get; init; } = true;

    /// <param name="paramName">What the caller calls them.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Check(string paramName)
    {
        Check(MaxFalseAlarms is >= 0 and < 1, nameof(MaxFalseAlarms), "from 0 to below 1", paramName);
        Check(MinTexts >= 1, nameof(MinTexts), "1 or more", paramName);
        Check(MaxPhrases is >= 1 and <= PointsLearning.MaxPhrases, nameof(MaxPhrases), $"from 1 to {PointsLearning.MaxPhrases}", paramName);
        Check(PointsPerFactor is >= 1 and <= 100, nameof(PointsPerFactor), "from 1 to 100", paramName);
        Check(Parts is >= 2 and <= 100, nameof(Parts), "from 2 to 100", paramName);
    }

    private static void Check(bool isRight, string name, string range, string paramName)
    {
        if (!isRight)
            throw new ArgumentException($"{name} must be {range}.", paramName);
    }
}
