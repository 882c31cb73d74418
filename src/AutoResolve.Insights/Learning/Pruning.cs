namespace AutoResolve.Insights.Learning;

/// <summary>Leaves of a table what matters.</summary>
internal static class Pruning
{
    /// <returns>The features that are kept, and a table of these, all 0.</returns>
    public static (int[] Kept, WeightTable Table) Prune(
        WeightTable dense,
        int labels,
        FeatureRow[] rows,
        int[] rarities,
        int maxFeatures,
        Training settings
    )
    {
        var counts = new int[dense.Features];
        var sums = new double[dense.Features];
        foreach (var row in rows)
        {
            for (var place = 0; place < row.Features.Length; place++)
            {
                counts[row.Features[place]]++;
                sums[row.Features[place]] += row.Values[place];
            }
        }

        var effects = new double[dense.Weights.Length];
        var most = new double[dense.Features];
        var sorted = new double[labels];
        for (var feature = 0; feature < dense.Features; feature++)
        {
            Array.Copy(dense.Weights, feature * labels, sorted, 0, labels);
            Array.Sort(sorted);
            var median = sorted[(labels - 1) / 2];
            var scale = settings.EffectKind switch
            {
                0 => 1,
                1 => sums[feature] / counts[feature],
                2 => sums[feature] / Math.Sqrt(counts[feature]),
                _ => sums[feature],
            };
            for (var at = feature * labels; at < (feature + 1) * labels; at++)
            {
                effects[at] = Math.Abs(dense.Weights[at] - median) * scale;
                most[feature] = Math.Max(most[feature], effects[at]);
            }
        }

        int[] kept =
        [
            .. Enumerable
                .Range(0, dense.Features)
                .Where(feature => most[feature] >= settings.MinEffect)
                .OrderByDescending(feature => most[feature])
                .ThenBy(feature => feature)
                .Take(maxFeatures)
                .Order(),
        ];
        var starts = new int[kept.Length + 1];
        var ofLabels = new List<byte>();
        for (var at = 0; at < kept.Length; at++)
        {
            for (var label = 0; label < labels; label++)
            {
                if (effects[(kept[at] * labels) + label] >= settings.MinEffect)
                    ofLabels.Add((byte)label);
            }

            starts[at + 1] = ofLabels.Count;
        }

        return (kept, new WeightTable(starts, [.. ofLabels], new double[ofLabels.Count]));
    }
}
