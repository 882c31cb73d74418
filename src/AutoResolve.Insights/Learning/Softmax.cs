namespace AutoResolve.Insights.Learning;

/// <summary>From scores to probabilities.</summary>
internal static class Softmax
{
    /// <summary>Puts in the place of each score how likely it is.</summary>
    public static void Apply(Span<double> scores)
    {
        var most = double.NegativeInfinity;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = 0.0;
        foreach (ref var score in scores)
        {
            score = Exponential.Of(score - most);
            sum += score;
        }

        foreach (ref var score in scores)
            score /= sum;
    }
}
