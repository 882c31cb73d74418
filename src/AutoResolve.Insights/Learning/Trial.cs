namespace AutoResolve.Insights.Learning;

/// <summary>What is learnt in one way, judged by texts that had no part in teaching it.</summary>
/// <param name="Training">The way.</param>
/// <param name="Scores">By text, what speaks for each label; null where none of its features is known.</param>
/// <param name="Scale">What scores are multiplied by, so that it is as sure as it is right.</param>
/// <param name="Loss">How much the labels of texts surprise it on average, in units of e.</param>
/// <param name="Error">The standard error of that.</param>
internal sealed record Trial(Training Training, double[]?[] Scores, double Scale, double Loss, double Error)
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
            .Select(scale =>
            {
                var (loss, error) = LossOf(scores, scale, lesson, parts);
                return new Trial(training, scores, scale, loss, error);
            })
            .MinBy(trial => trial.Loss)!;
    }

    /// <summary>The most cautious of those that are as good as the best for all that the texts can tell: the one-standard-error rule
    /// (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 7.10). It holds better on texts of others.</summary>
    /// <param name="trials">The most cautious first.</param>
    public static Trial Chosen(IReadOnlyList<Trial> trials)
    {
        var least = trials.MinBy(trial => trial.Loss)!;
        return trials.First(trial => trial.Loss <= least.Loss + least.Error);
    }

    /// <summary>By text, how likely each label is, in millionths.</summary>
    public int[]?[] Likelihoods() =>
        Array.ConvertAll(Scores, scores =>
            scores is null ? null : Array.ConvertAll(Probabilities(scores, Scale), likely => (int)Math.Round(likely * Millionths))
        );

    private static (double Mean, double Error) LossOf(double[]?[] scores, double scale, Lesson lesson, TextParts parts)
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var text = 0; text < scores.Length; text++)
        {
            if (!parts.IsTaught[text])
                continue;
            var likely = scores[text] is { } some ? Probabilities(some, scale)[lesson.Labels[text]] : 1.0 / lesson.LabelCount;
            var loss = -Math.Log(Math.Max(LeastLikely, likely));
            sum += loss;
            squares += loss * loss;
            count++;
        }

        if (count == 0)
            return (double.PositiveInfinity, 0);
        var mean = sum / count;
        return (mean, Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)) / count));
    }

    private static double[] Probabilities(double[] scores, double scale)
    {
        var likely = Array.ConvertAll(scores, score => score * scale);
        Softmax.Apply(likely);
        return likely;
    }
}
