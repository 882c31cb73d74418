namespace AutoResolve.Insights.Learning;

/// <summary>Which features stand in which text.</summary>
internal sealed class FeatureMatrix
{
    private FeatureMatrix(string[] features, int[][] found) => (Features, Found) = (features, found);

    /// <summary>In the order of the alphabet.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>By text, the features that stand in it, ascending.</summary>
    public int[][] Found { get; }

    /// <param name="texts">The texts.</param>
    /// <param name="minTexts">Features that stand in fewer are left out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static FeatureMatrix Read(IReadOnlyList<LabelledText> texts, int minTexts, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new IReadOnlyCollection<string>[texts.Count];
        for (var at = 0; at < texts.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found[at] = TextFeatures.Of(texts[at].Text);
            foreach (var feature in found[at])
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        string[] features = [.. counts.Where(entry => entry.Value >= minTexts).Select(entry => entry.Key).Order(StringComparer.Ordinal)];
        var places = new Dictionary<string, int>(features.Length, StringComparer.Ordinal);
        for (var at = 0; at < features.Length; at++)
            places.Add(features[at], at);
        return new FeatureMatrix(
            features,
            Array.ConvertAll(
                found,
                some =>
                {
                    int[] row = [.. some.Where(places.ContainsKey).Select(feature => places[feature])];
                    Array.Sort(row);
                    return row;
                }
            )
        );
    }
}
