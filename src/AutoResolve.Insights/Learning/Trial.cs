namespace AutoResolve.Insights.Learning;

/// <summary>What is learnt in one way, judged by texts that had no part in teaching it.</summary>
/// <param name="Training">The way.</param>
/// <param name="Scores">By text, what speaks for each label; null where none of its features is known.</param>
/// <param name="Scale">What scores are multiplied by, so that it is as sure as it is right.</param>
/// <param name="Loss">How much the labels of texts surprise it on average, in units of e.</param>
internal sealed record Trial(Training Training, double[]?[] Scores, double Scale, double Loss)
{
    private const int Millionths = 1_000_000;
    private const double LeastLikely = 1e-9;
    private const double EighthOfLogTwo = 0.08664339756999316;

    // From a quarter to four.
    private const int Eighths = 16;

    public static Trial Run(Lesson lesson, Training training, TextParts parts, CancellationToken cancellationToken)
    {
        var scores = new double[]?[parts.Of.Length];
        var options = new ParallelOptions
        {
            CancellationToken = cancellationToken,

            // Each part takes up memory.
            MaxDegreeOfParallelism = Math.Min(4, Environment.ProcessorCount),
        };
        Parallel.For(0, parts.Count, options, part =>
        {
            var table = lesson.Learn(parts.Without(part), training, cancellationToken).Rounded();
            foreach (var text in parts.In(part))
                scores[text] = table.Scores(lesson.Matrix.Found[text]);
        });
        return Enumerable
            .Range(-Eighths, (2 * Eighths) + 1)
            .Select(step => Exponential.Of(step * EighthOfLogTwo))
            .Select(scale => new Trial(training, scores, scale, LossOf(scores, scale, lesson, parts)))
            .MinBy(trial => trial.Loss)!;
    }

    /// <summary>By text, how likely each label is, in millionths.</summary>
    public int[]?[] Likelihoods() =>
        Array.ConvertAll(Scores, scores =>
            scores is null ? null : Array.ConvertAll(Probabilities(scores, Scale), likely => (int)Math.Round(likely * Millionths))
        );

    private static double LossOf(double[]?[] scores, double scale, Lesson lesson, TextParts parts)
    {
        var (sum, count) = (0.0, 0);
        for (var text = 0; text < scores.Length; text++)
        {
            if (!parts.IsTaught[text])
                continue;
            var likely = scores[text] is { } some ? Probabilities(some, scale)[lesson.Labels[text]] : 1.0 / lesson.LabelCount;
            sum -= Math.Log(Math.Max(LeastLikely, likely));
            count++;
        }

        return count == 0 ? double.PositiveInfinity : sum / count;
    }

    private static double[] Probabilities(double[] scores, double scale)
    {
        var likely = Array.ConvertAll(scores, score => score * scale);
        Softmax.Apply(likely);
        return likely;
    }
}
