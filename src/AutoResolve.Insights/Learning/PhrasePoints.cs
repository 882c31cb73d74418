namespace AutoResolve.Insights.Learning;

/// <summary>What phrases count, in whole points.</summary>
/// <param name="ByPhrase">The points of each phrase that has some.</param>
/// <param name="Offset">The points at which a text is as likely of the kind as not.</param>
internal sealed record PhrasePoints(IReadOnlyDictionary<int, int> ByPhrase, int Offset)
{
    private const int MaxPoints = 100;

    public static PhrasePoints Of(RidgeRegression model, PointsOptions options) =>
        new(
            model
                .Weights.Select((weight, phrase) => (Phrase: phrase, Weight: weight))
                .Where(entry => Math.Round(entry.Weight * options.PointsPerFactor) != 0)
                .ToDictionary(
                    entry => entry.Phrase,
                    entry => Math.Clamp((int)Math.Round(entry.Weight * options.PointsPerFactor), -MaxPoints, MaxPoints)
                ),
            (int)Math.Round(-model.Bias * options.PointsPerFactor)
        );

    public int TotalOf(int[] phrases)
    {
        var total = 0;
        foreach (var phrase in phrases)
            total += ByPhrase.GetValueOrDefault(phrase);
        return total;
    }
}
