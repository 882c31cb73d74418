namespace AutoResolve.Insights.Learning;

/// <summary>How sure a classifier is of texts that had no part in teaching it, and how sure it may be.</summary>
/// <param name="Scores">By text, by label.</param>
/// <param name="Scale">What the scores are multiplied by, so that of texts of which it is so sure as many are what it says.</param>
/// <param name="Loss">What it is surprised by a text on average.</param>
internal sealed record Trial(double[]?[] Scores, double Scale, double Loss)
{
    private const double StepsOfTwo = 8;

    public static Trial Of(double[]?[] scores, byte[] labels) =>
        Enumerable
            .Range(-16, 49)
            .Select(step => Math.Pow(2, step / StepsOfTwo))
            .Select(scale => new Trial(scores, scale, LossOf(scores, labels, scale)))
            .MinBy(trial => trial.Loss)!;

    public int[]?[] Millionths() =>
        Array.ConvertAll(
            Scores,
            scores => scores is null ? null : Array.ConvertAll(Probabilities(scores, Scale), value => (int)Math.Round(value * 1_000_000))
        );

    private static double LossOf(double[]?[] scores, byte[] labels, double scale)
    {
        var (sum, count) = (0.0, 0);
        for (var at = 0; at < scores.Length; at++)
        {
            if (scores[at] is not { } some)
                continue;
            sum -= Math.Log(Math.Max(1e-12, Probabilities(some, scale)[labels[at]]));
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    private static double[] Probabilities(double[] scores, double scale)
    {
        var most = scores.Max();
        double[] parts = Array.ConvertAll(scores, score => Exponential.Of((score - most) * scale));
        var all = parts.Sum();
        return Array.ConvertAll(parts, part => part / all);
    }
}
