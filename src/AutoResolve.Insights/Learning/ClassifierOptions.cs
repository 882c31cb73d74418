namespace AutoResolve.Insights.Learning;

/// <summary>How a classifier is learnt.</summary>
public sealed record ClassifierOptions
{
    /// <summary>Words and pairs that stand in fewer texts are left out: 2 and more.</summary>
    /// <value>Default: 2.</value>
    public int MinTexts { get; init; } = 2;

    /// <summary>What a rule file may hold.</summary>
    public const int MostWords = 200_000;

    /// <summary>The most words and pairs, from 1 to <see cref="MostWords"/>: those that say least are left out first.</summary>
    /// <value>Default: 60,000.</value>
    public int MaxWords { get; init; } = 60_000;

    /// <summary>In how many parts the texts are judged, each by what the others teach: from 2 to 100.</summary>
    /// <value>Default: 5.</value>
    public int Parts { get; init; } = 5;

    /// <param name="paramName">What the caller calls them.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Check(string paramName)
    {
        Check(MinTexts >= 2, nameof(MinTexts), "2 or more", paramName);
        Check(MaxWords is >= 1 and <= MostWords, nameof(MaxWords), $"from 1 to {MostWords}", paramName);
        Check(Parts is >= 2 and <= 100, nameof(Parts), "from 2 to 100", paramName);
    }

    private static void Check(bool isRight, string name, string range, string paramName)
    {
        if (!isRight)
            throw new ArgumentException($"{name} must be {range}.", paramName);
    }
}
