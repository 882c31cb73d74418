namespace AutoResolve.Insights.Mining;

/// <summary>How clearly conjunctions decide for a label, and what that comes to in priorities and leads of rules.</summary>
internal static class DecisionThreshold
{
    /// <summary>Confidences within a band make one rule.</summary>
    private const double Band = 0.25;

    /// <summary>What a rival counts at least: where none matches, one might be missing.</summary>
    private const double MinRival = -4;

    private const double Weakest = -2;

    // Mined rules stand below those that people write, whose priority is 0 unless they say otherwise.
    // At -800 the lowest priority there is stands for the least rival.
    private const int Middle = -800;
    private const int PriorityOfOne = 50;

    public static double BandOf(double confidence) => Math.Floor(confidence / Band) * Band;

    /// <summary>The best conjunction and how clear the case is: its band less half of that of the best for another label.</summary>
    /// <returns>No conjunction where there is none.</returns>
    public static (Conjunction? Best, double Score) Decide(IReadOnlyList<Conjunction> found)
    {
        Conjunction? best = null;
        foreach (var conjunction in found)
        {
            if (best is null || conjunction.Confidence > best.Confidence)
                best = conjunction;
        }

        if (best is null)
            return (null, double.NegativeInfinity);
        var rival = MinRival;
        foreach (var conjunction in found)
        {
            if (conjunction.Label != best.Label)
                rival = Math.Max(rival, BandOf(conjunction.Confidence));
        }

        return (best, BandOf(best.Confidence) - (rival / 2));
    }

    /// <summary>
    /// Whether a conjunction of this band could ever decide at the threshold. What cannot may still stand in the way of what should not.
    /// </summary>
    public static bool CanDecide(double band, double threshold) => band - (MinRival / 2) >= threshold;

    /// <summary>Whether a conjunction of this band says too little even to count against another.</summary>
    public static bool IsNegligible(double band) => band < Weakest;

    public static int PriorityOf(double band) => Math.Clamp(Middle + (int)Math.Round(band * PriorityOfOne), -1000, -1);

    /// <summary>
    /// The lead by which a rule of this band decides exactly where the case is clear enough: a rival may reach at most twice what the
    /// band exceeds the threshold by.
    /// </summary>
    public static int LeadOf(double band, double threshold) =>
        Math.Clamp((int)Math.Round(((2 * threshold) - band) * PriorityOfOne), 0, 2000);
}
