namespace AutoResolve.Insights.Learning;

/// <summary>What was learnt, before it is rounded.</summary>
/// <param name="Features">The features, ascending.</param>
/// <param name="Strengths">By feature, how strong it is.</param>
/// <param name="Table">What each says.</param>
/// <param name="Bias">By label.</param>
internal sealed record TrainedModel(int[] Features, int[] Strengths, WeightTable Table, double[] Bias)
{
    private const int MaxWeight = 10_000;

    /// <summary>In whole hundredths.</summary>
    /// <param name="scale">What all is multiplied by.</param>
    public ClassifierTable Rounded(double scale = 1)
    {
        var starts = new int[Features.Length + 1];
        var (labels, weights) = (new List<byte>(Table.Labels.Length), new List<int>(Table.Labels.Length));
        for (var feature = 0; feature < Features.Length; feature++)
        {
            for (var at = Table.Starts[feature]; at < Table.Starts[feature + 1]; at++)
            {
                if (Hundredths(Table.Weights[at] * scale) is var weight and not 0)
                    Add(Table.Labels[at], weight);
            }

            // What says next to nothing counts in the length of a text, and so stays.
            if (labels.Count == starts[feature])
                Add(Table.Labels[Table.Starts[feature]], Table.Weights[Table.Starts[feature]] < 0 ? -1 : 1);
            starts[feature + 1] = labels.Count;
        }

        int[] bias = Array.ConvertAll(Bias, value => Hundredths(value * scale));
        return new ClassifierTable(bias, Features, Strengths, starts, [.. labels], [.. weights]);

        void Add(byte label, int weight)
        {
            labels.Add(label);
            weights.Add(weight);
        }
    }

    private static int Hundredths(double value) => (int)Math.Clamp(Math.Round(value * ClassifierTable.Hundredths), -MaxWeight, MaxWeight);
}
