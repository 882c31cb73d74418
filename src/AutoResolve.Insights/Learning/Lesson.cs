namespace AutoResolve.Insights.Learning;

/// <summary>What is learnt from, and how a part of it is learnt.</summary>
/// <param name="Matrix">What the texts have.</param>
/// <param name="Labels">By text, its label.</param>
/// <param name="LabelCount">How many labels there are.</param>
/// <param name="Sources">By text, its source.</param>
/// <param name="Options">How.</param>
internal sealed record Lesson(FeatureMatrix Matrix, byte[] Labels, int LabelCount, int[] Sources, ClassifierOptions Options)
{
    private const int StrengthOfE = 10;

    // Of what may be learnt at once, for the sake of memory: 17 bytes each.
    private const int MaxWeights = 8_000_000;

    /// <summary>Learns from some of the texts.</summary>
    public TrainedModel Learn(int[] texts, Training training, CancellationToken cancellationToken)
    {
        byte[] labels = Array.ConvertAll(texts, text => Labels[text]);
        var counts = Counts(texts);
        int[] features = Known(counts);
        int[] strengths = Strengths(texts, features);
        var dense = WeightTable.Dense(features.Length, LabelCount);
        SoftmaxRegression.Fit(Rows(texts, features, strengths), labels, LabelCount, dense, training, cancellationToken);

        var (kept, table) = dense.Pruned(LabelCount, Options.MaxWords, training.MinWeight);
        features = Array.ConvertAll(kept, feature => features[feature]);
        strengths = Array.ConvertAll(kept, feature => strengths[feature]);
        var bias = SoftmaxRegression.Fit(Rows(texts, features, strengths), labels, LabelCount, table, training, cancellationToken);
        return new TrainedModel(features, strengths, table, bias);
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

    // By how many times more or less often texts of a label have it than others, of the label where that is most: as it is done with naive
    // Bayes (Wang and Manning, "Baselines and bigrams", 2012). What says nothing so hardly counts in the length of a text.
    private int[] Strengths(int[] texts, int[] features)
    {
        var places = Places(features);
        var ofLabel = new int[LabelCount];
        var found = new int[features.Length * LabelCount];
        foreach (var text in texts)
        {
            ofLabel[Labels[text]]++;
            foreach (var feature in Matrix.Found[text])
            {
                if (places[feature] is >= 0 and var place)
                    found[(place * LabelCount) + Labels[text]]++;
            }
        }

        var strengths = new int[features.Length];
        for (var place = 0; place < strengths.Length; place++)
        {
            var counts = found.AsSpan(place * LabelCount, LabelCount);
            var count = 0;
            foreach (var one in counts)
                count += one;
            var most = 0.0;
            for (var label = 0; label < LabelCount; label++)
            {
                var share = (counts[label] + 1.0) / (ofLabel[label] + 2);
                var shareOfOthers = (count - counts[label] + 1.0) / (texts.Length - ofLabel[label] + 2);
                most = Math.Max(most, Math.Abs(Math.Log(share / shareOfOthers)));
            }

            strengths[place] = (int)Math.Round(StrengthOfE * (1 + most));
        }

        return strengths;
    }

    private int[] Places(int[] features)
    {
        var places = new int[Matrix.Features.Count];
        Array.Fill(places, -1);
        for (var place = 0; place < features.Length; place++)
            places[features[place]] = place;
        return places;
    }

    private FeatureRow[] Rows(int[] texts, int[] features, int[] strengths)
    {
        var places = Places(features);
        return Array.ConvertAll(texts, text =>
            FeatureRow.Of([.. Matrix.Found[text].Select(feature => places[feature]).Where(place => place >= 0)], strengths)
        );
    }
}
