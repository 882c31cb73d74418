namespace AutoResolve.Insights.Learning;

/// <summary>What each feature says for which labels.</summary>
/// <param name="Starts">By feature, where its labels begin; at the end how many there are of all.</param>
/// <param name="Labels">The labels of all features, one after the other.</param>
/// <param name="Weights">What is said for each.</param>
internal sealed record WeightTable(int[] Starts, byte[] Labels, double[] Weights)
{
    /// <summary>Each feature with each label, all 0.</summary>
    public static WeightTable Dense(int features, int labels)
    {
        var starts = new int[features + 1];
        for (var feature = 0; feature <= features; feature++)
            starts[feature] = feature * labels;
        var all = new byte[features * labels];
        for (var at = 0; at < all.Length; at++)
            all[at] = (byte)(at % labels);
        return new WeightTable(starts, all, new double[all.Length]);
    }

    /// <summary>Leaves what says much. What a feature says for all labels alike says nothing, so that only what is beside its median
    /// counts.</summary>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="maxFeatures">The most features: those that say least are left out first.</param>
    /// <param name="minWeight">Smaller weights are left out.</param>
    /// <returns>The features that are kept, ascending, and a table of these, all 0.</returns>
    public (int[] Kept, WeightTable Table) Pruned(int labels, int maxFeatures, double minWeight)
    {
        var effects = Effects(labels);
        var most = new double[Starts.Length - 1];
        for (var at = 0; at < effects.Length; at++)
            most[at / labels] = Math.Max(most[at / labels], effects[at]);
        int[] kept =
        [
            .. Enumerable
                .Range(0, most.Length)
                .Where(feature => most[feature] >= minWeight)
                .OrderByDescending(feature => most[feature])
                .ThenBy(feature => feature)
                .Take(maxFeatures)
                .Order(),
        ];
        var starts = new int[kept.Length + 1];
        var left = new List<byte>();
        for (var at = 0; at < kept.Length; at++)
        {
            for (var label = 0; label < labels; label++)
            {
                if (effects[(kept[at] * labels) + label] >= minWeight)
                    left.Add((byte)label);
            }

            starts[at + 1] = left.Count;
        }

        return (kept, new WeightTable(starts, [.. left], new double[left.Count]));
    }

    private double[] Effects(int labels)
    {
        var effects = new double[Weights.Length];
        var sorted = new double[labels];
        for (var start = 0; start < effects.Length; start += labels)
        {
            Array.Copy(Weights, start, sorted, 0, labels);
            Array.Sort(sorted);
            var median = sorted[(labels - 1) / 2];
            for (var at = start; at < start + labels; at++)
                effects[at] = Math.Abs(Weights[at] - median);
        }

        return effects;
    }
}
