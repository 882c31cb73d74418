namespace AutoResolve.Insights.Learning;

/// <summary>A classifier in whole numbers, as a rule file has it.</summary>
/// <param name="Bias">By label, in hundredths.</param>
/// <param name="Features">The features, ascending.</param>
/// <param name="Strengths">By feature.</param>
/// <param name="Starts">By feature, where its labels begin; at the end how many there are of all.</param>
/// <param name="Labels">The labels of all features, one after the other.</param>
/// <param name="Weights">What a feature says for each of them, in hundredths.</param>
internal sealed record ClassifierTable(int[] Bias, int[] Features, int[] Strengths, int[] Starts, byte[] Labels, int[] Weights)
{
    /// <summary>What 1 comes to.</summary>
    public const double Hundredths = 100;

    /// <summary>One that knows nothing.</summary>
    public static ClassifierTable Empty(int labels) => new(new int[labels], [], [], [0], [], []);

    /// <summary>By label, how much speaks for it; null where no feature is known.</summary>
    public double[]? Scores(int[] features)
    {
        var sums = new long[Bias.Length];
        var squares = 0L;
        foreach (var found in features)
        {
            var feature = Array.BinarySearch(Features, found);
            if (feature < 0)
                continue;
            squares += (long)Strengths[feature] * Strengths[feature];
            for (var at = Starts[feature]; at < Starts[feature + 1]; at++)
                sums[Labels[at]] += (long)Weights[at] * Strengths[feature];
        }

        if (squares == 0)
            return null;
        var length = Math.Sqrt(squares);
        return [.. sums.Select((sum, label) => (Bias[label] / Hundredths) + (sum / Hundredths / length))];
    }
}
