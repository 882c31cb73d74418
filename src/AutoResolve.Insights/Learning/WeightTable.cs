namespace AutoResolve.Insights.Learning;

/// <summary>What each feature says for which labels: of each feature only labels for which it says something.</summary>
/// <param name="Starts">By feature, where its labels begin; at the end how many there are of all.</param>
/// <param name="Labels">The labels of all features, one after the other.</param>
/// <param name="Weights">What is said for each.</param>
internal sealed record WeightTable(int[] Starts, byte[] Labels, double[] Weights)
{
    public int Features => Starts.Length - 1;

    /// <summary>Each feature with each label, all 0.</summary>
    public static WeightTable Dense(int features, int labels)
    {
        var starts = new int[features + 1];
        var all = new byte[features * labels];
        for (var at = 0; at < all.Length; at++)
            all[at] = (byte)(at % labels);
        for (var feature = 0; feature <= features; feature++)
            starts[feature] = feature * labels;
        return new WeightTable(starts, all, new double[all.Length]);
    }

    public WeightTable Cleared() => this with { Weights = new double[Weights.Length] };
}
