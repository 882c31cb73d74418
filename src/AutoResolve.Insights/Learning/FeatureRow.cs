namespace AutoResolve.Insights.Learning;

/// <summary>What a text has, and how much each counts: together a vector of length 1.</summary>
/// <param name="Features">The features.</param>
/// <param name="Values">What each counts.</param>
internal sealed record FeatureRow(int[] Features, double[] Values)
{
    public static FeatureRow Of(int[] features, int[] strengths)
    {
        var squares = 0L;
        foreach (var feature in features)
            squares += (long)strengths[feature] * strengths[feature];
        var length = Math.Sqrt(squares);
        return new FeatureRow(features, Array.ConvertAll(features, feature => strengths[feature] / length));
    }
}
