namespace AutoResolve.Insights.Learning;

/// <summary>What is learnt from, and how a part of it is learnt.</summary>
internal sealed class Lesson(FeatureMatrix matrix, byte[] labels, int labelCount, int[] sources, ClassifierOptions options)
{
    /// <summary>Learns from some of the texts.</summary>
    public ClassifierTable Learn(int[] texts, Training settings, double scale, CancellationToken cancellationToken)
    {
        byte[] chosen = [.. texts.Select(text => labels[text])];
        var (features, rarities) = Known(texts);
        var rows = Array.ConvertAll(texts, text => FeatureRow.Of(Local(matrix.Found[text], features), rarities));
        var weightOfLabel = WeightOfLabel(chosen, settings);
        var table = WeightTable.Dense(features.Length, labelCount);
        var bias = SoftmaxRegression.Fit(rows, chosen, weightOfLabel, table, settings, cancellationToken);
        if (!settings.Dense)
        {
            (var kept, table) = Pruning.Prune(table, labelCount, rows, rarities, options.MaxWords, settings);
            features = Array.ConvertAll(kept, feature => features[feature]);
            rarities = Array.ConvertAll(kept, feature => rarities[feature]);
            rows = Array.ConvertAll(texts, text => FeatureRow.Of(Local(matrix.Found[text], features), rarities));
            bias = SoftmaxRegression.Fit(rows, chosen, weightOfLabel, table, settings, cancellationToken);
        }

        return Rounded(
            table with { Weights = Array.ConvertAll(table.Weights, weight => weight * scale) },
            Array.ConvertAll(bias, value => value * scale),
            features,
            rarities
        );
    }

    // Such as stand in enough texts, of two sources.
    private (int[] Features, int[] Rarities) Known(int[] texts)
    {
        var counts = new int[matrix.Features.Count];
        var firsts = new int[matrix.Features.Count];
        var many = new bool[matrix.Features.Count];
        foreach (var text in texts)
        {
            foreach (var feature in matrix.Found[text])
            {
                if (counts[feature]++ == 0)
                    firsts[feature] = sources[text];
                else if (firsts[feature] != sources[text])
                    many[feature] = true;
            }
        }

        int[] features = [.. Enumerable.Range(0, counts.Length).Where(feature => many[feature] && counts[feature] >= options.MinTexts)];
        return (
            features,
            Array.ConvertAll(features, feature => Math.Max(1, (int)Math.Round(10 * Math.Log((double)texts.Length / counts[feature]))))
        );
    }

    private static int[] Local(int[] found, int[] features)
    {
        var local = new List<int>(found.Length);
        foreach (var feature in found)
        {
            var at = Array.BinarySearch(features, feature);
            if (at >= 0)
                local.Add(at);
        }

        return [.. local];
    }

    private double[] WeightOfLabel(byte[] chosen, Training settings)
    {
        var weights = new double[labelCount];
        Array.Fill(weights, 1);
        if (!settings.Balance)
            return weights;
        var counts = new int[labelCount];
        foreach (var label in chosen)
            counts[label]++;
        return [.. counts.Select(count => count == 0 ? 1 : Math.Min(4, Math.Max(0.25, Math.Sqrt((double)chosen.Length / labelCount / count))))];
    }

    private static ClassifierTable Rounded(WeightTable table, double[] bias, int[] features, int[] rarities)
    {
        var starts = new int[features.Length + 1];
        var (ofLabels, weights) = (new List<byte>(table.Labels.Length), new List<int>(table.Labels.Length));
        for (var feature = 0; feature < features.Length; feature++)
        {
            for (var at = table.Starts[feature]; at < table.Starts[feature + 1]; at++)
            {
                if (Hundredths(table.Weights[at]) is var weight and not 0)
                {
                    ofLabels.Add(table.Labels[at]);
                    weights.Add(weight);
                }
            }

            // A word that says next to nothing counts in the length of a text, and so stays.
            if (ofLabels.Count == starts[feature])
            {
                var strongest = Enumerable
                    .Range(table.Starts[feature], table.Starts[feature + 1] - table.Starts[feature])
                    .MaxBy(at => Math.Abs(table.Weights[at]));
                ofLabels.Add(table.Labels[strongest]);
                weights.Add(table.Weights[strongest] < 0 ? -1 : 1);
            }

            starts[feature + 1] = ofLabels.Count;
        }

        return new ClassifierTable(Array.ConvertAll(bias, Hundredths), features, rarities, starts, [.. ofLabels], [.. weights]);
    }

    private static int Hundredths(double value) => (int)Math.Clamp(Math.Round(value * 100), -10_000, 10_000);
}
