using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Mining;

/// <summary>Learns, by cross-validation, what makes a conjunction credible and how clear a case must be for a rule to decide it.</summary>
internal sealed class ConfidenceLearning(MiningOptions options, IProgress<double>? progress)
{
    private const int Folds = 3;

    // One-sided 95 %.
    private const double FloorZ = -1.645;

    /// <returns>The threshold is infinite where no conditions reach the precision.</returns>
    public (ConfidenceModel Confidence, double Threshold) Learn(List<Sample> samples, int classes, CancellationToken cancellationToken)
    {
        var outcomes = new List<(Conjunction, bool)>();
        var met = new List<(List<Conjunction> Found, int Label)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var induction = Induction.Run(
                [.. samples.Where((_, place) => place % Folds != fold)],
                classes,
                ConfidenceModel.Prior,
                options,
                cancellationToken
            );
            foreach (var sample in samples.Where((_, place) => place % Folds == fold))
            {
                var found = induction.Find(sample.Text);
                met.Add((found, sample.Label));
                outcomes.AddRange(
                    found
                        .GroupBy(conjunction => conjunction.Label)
                        .Select(group => group.MaxBy(conjunction => conjunction.Confidence)!)
                        .Select(best => (best, best.Label == sample.Label))
                );
            }

            progress?.Report(0.2 * (fold + 1));
        }

        var confidence = ConfidenceModel.Fit(outcomes);
        foreach (var conjunction in met.SelectMany(entry => entry.Found).Distinct())
            conjunction.Confidence = confidence.Of(conjunction);

        // What a rule takes of other things is wrong, as what it takes of another label is.
        var scored = met.Select(entry => (Decision: DecisionThreshold.Decide(entry.Found), entry.Label))
            .Where(entry => entry.Decision.Best is not null)
            .Select(entry => (entry.Decision.Score, IsRight: entry.Decision.Best!.Label == entry.Label))
            .OrderByDescending(entry => entry.Score)
            .ToList();
        return (confidence, Threshold(scored));
    }

    private double Threshold(List<(double Score, bool IsRight)> scored)
    {
        var threshold = double.PositiveInfinity;
        var right = 0;
        for (var place = 0; place < scored.Count; place++)
        {
            right += scored[place].IsRight ? 1 : 0;
            var isLastOfItsScore = place + 1 == scored.Count || scored[place + 1].Score < scored[place].Score;
            if (isLastOfItsScore && Proportion.Bound((double)right / (place + 1), place + 1, FloorZ) >= options.Precision)
                threshold = scored[place].Score;
        }

        return threshold;
    }
}
