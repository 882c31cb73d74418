namespace AutoResolve.Insights.Learning;

/// <summary>What is learnt from, and how a part of it is learnt.</summary>
/// <param name="Matrix">What the texts have.</param>
/// <param name="Labels">By text, its label.</param>
/// <param name="LabelCount">How many labels there are.</param>
/// <param name="Sources">By text, its source.</param>
/// <param name="Options">How.</param>
internal sealed record Lesson(FeatureMatrix Matrix, byte[] Labels, int LabelCount, int[] Sources, ClassifierOptions Options)
{
    private const int RarityOfE = 10;

    // Of what may be learnt at once, for the sake of memory: 17 bytes each.
    private const int MaxWeights = 8_000_000;

    /// <summary>Learns from some of the texts.</summary>
    public TrainedModel Learn(int[] texts, Training training, CancellationToken cancellationToken)
    {
        byte[] labels = Array.ConvertAll(texts, text => Labels[text]);
        var counts = Counts(texts);
        int[] features = Known(counts);
        int[] rarities = Array.ConvertAll(features, feature => RarityOf(counts[feature], texts.Length));
        var dense = WeightTable.Dense(features.Length, LabelCount);
        SoftmaxRegression.Fit(Rows(texts, features, rarities), labels, LabelCount, dense, training, cancellationToken);

        var (kept, table) = dense.Pruned(LabelCount, Options.MaxWords, training.MinWeight);
        features = Array.ConvertAll(kept, feature => features[feature]);
        rarities = Array.ConvertAll(kept, feature => rarities[feature]);
        var bias = SoftmaxRegression.Fit(Rows(texts, features, rarities), labels, LabelCount, table, training, cancellationToken);
        return new TrainedModel(features, rarities, table, bias);
    }

    // In how many texts each feature stands; 0 where these are all of one source, who alone would be known by it.
    private int[] Counts(int[] texts)
    {
        var counts = new int[Matrix.Features.Count];
        var sources = new int[counts.Length];
        var isOfMany = new bool[counts.Length];
        foreach (var text in texts)
        {
            foreach (var feature in Matrix.Found[text])
            {
                if (counts[feature]++ == 0)
                    sources[feature] = Sources[text];
                else
                    isOfMany[feature] |= sources[feature] != Sources[text];
            }
        }

        return [.. counts.Select((count, feature) => isOfMany[feature] ? count : 0)];
    }

    private int[] Known(int[] counts) =>
        [
            .. Enumerable
                .Range(0, counts.Length)
                .Where(feature => counts[feature] >= Options.MinTexts)
                .OrderByDescending(feature => counts[feature])
                .ThenBy(feature => feature)
                .Take(MaxWeights / LabelCount)
                .Order(),
        ];

    private static int RarityOf(int count, int texts) => Math.Max(1, (int)Math.Round(RarityOfE * Math.Log((double)texts / count)));

    private FeatureRow[] Rows(int[] texts, int[] features, int[] rarities)
    {
        var places = new int[Matrix.Features.Count];
        Array.Fill(places, -1);
        for (var place = 0; place < features.Length; place++)
            places[features[place]] = place;
        return Array.ConvertAll(texts, text =>
            FeatureRow.Of([.. Matrix.Found[text].Select(feature => places[feature]).Where(place => place >= 0)], rarities)
        );
    }
}
