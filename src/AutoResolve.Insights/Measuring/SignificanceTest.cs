using MathNet.Numerics;

namespace AutoResolve.Insights.Measuring;

/// <summary>How likely a difference is where nothing has changed: tests that also hold where counts are small.</summary>
internal static class SignificanceTest
{
    private const double Smallest = 1e-20;

    // Equally likely tables differ in the last digits.
    private const double Tie = 1 + 1e-7;

    /// <summary>Two-sided exact test of two Poisson rates, given their sum.</summary>
    /// <remarks>Przyborowski and Wilenski, Homogeneity of Results in Testing Samples from Poisson Series, 1940.</remarks>
    /// <returns>Not a number where nothing was counted.</returns>
    public static double OfCounts(long before, double timeBefore, long now, double timeNow)
    {
        var all = before + now;
        if (all == 0)
            return double.NaN;
        var share = timeNow / (timeBefore + timeNow);
        return Math.Min(1, 2 * Math.Min(AtLeast(now, all, share), AtLeast(before, all, 1 - share)));
    }

    /// <summary>The probability of so many hits or more among all, at a share each.</summary>
    public static double AtLeast(long hits, long all, double share) =>
        share switch
        {
            _ when hits <= 0 => 1,
            <= 0 => 0,
            >= 1 => 1,
            _ => SpecialFunctions.BetaRegularized(hits, all - hits + 1, share),
        };

    /// <summary>Two-sided exact test of two shares: all tables with the same sums that are no likelier than this one.</summary>
    /// <remarks>R. A. Fisher, Statistical Methods for Research Workers, 5th edition, 1934, section 21.02.</remarks>
    /// <returns>Not a number where one of them is of no cases.</returns>
    public static double OfShares(Proportion before, Proportion now)
    {
        if (before.Of == 0 || now.Of == 0)
            return double.NaN;
        var all = before.Of + now.Of;
        var hits = before.Hits + now.Hits;
        var (least, most) = (Math.Max(0, hits - before.Of), Math.Min(hits, now.Of));
        var mode = Math.Clamp((long)((hits + 1.0) * (now.Of + 1.0) / (all + 2.0)), least, most);

        // In times of the likeliest table, outwards from it until they no longer matter.
        List<(long Hits, double Weight)> tables = [(mode, 1)];
        for (var (at, weight) = (mode, 1.0); at < most && weight > Smallest; at++)
            tables.Add((at + 1, weight *= Step(at)));
        for (var (at, weight) = (mode, 1.0); at > least && weight > Smallest; at--)
            tables.Add((at - 1, weight /= Step(at - 1)));
        var observed = tables.Find(table => table.Hits == now.Hits).Weight;
        return Math.Min(
            1,
            tables.Where(table => table.Weight <= observed * Tie).Sum(table => table.Weight) / tables.Sum(table => table.Weight)
        );

        double Step(long at) => (double)(hits - at) / (at + 1) * (now.Of - at) / (before.Of - hits + at + 1);
    }

    /// <summary>Test of two shares within strata, so that another mix of strata is no difference; with continuity correction.</summary>
    /// <remarks>Mantel and Haenszel, Statistical Aspects of the Analysis of Data from Retrospective Studies of Disease, 1959.</remarks>
    /// <param name="strata">The shares before and now of each stratum.</param>
    /// <returns>Not a number where no stratum says anything.</returns>
    public static double OfShares(IEnumerable<(Proportion Before, Proportion Now)> strata)
    {
        var (difference, variance) = (0.0, 0.0);
        foreach (var (before, now) in strata)
        {
            double all = before.Of + now.Of;
            if (before.Of == 0 || now.Of == 0 || all < 2)
                continue;
            double hits = before.Hits + now.Hits;
            difference += now.Hits - (now.Of * hits / all);
            variance += now.Of * (double)before.Of * hits * (all - hits) / (all * all * (all - 1));
        }

        if (variance <= 0)
            return double.NaN;
        var beyond = Math.Max(0, Math.Abs(difference) - 0.5);
        return SpecialFunctions.Erfc(beyond / Math.Sqrt(2 * variance));
    }

    /// <summary>Corrects for looking at many differences at once, so that of those called unlikely few are chance.</summary>
    /// <remarks>Benjamini and Hochberg, Controlling the False Discovery Rate, 1995.</remarks>
    /// <returns>In the same order; what is not a number stays so.</returns>
    public static IReadOnlyList<double> Corrected(IReadOnlyList<double> chances)
    {
        var known = Enumerable
            .Range(0, chances.Count)
            .Where(place => !double.IsNaN(chances[place]))
            .OrderBy(place => chances[place])
            .ToList();
        var corrected = chances.ToArray();
        var least = 1.0;
        for (var rank = known.Count; rank >= 1; rank--)
        {
            least = Math.Min(least, chances[known[rank - 1]] * known.Count / rank);
            corrected[known[rank - 1]] = least;
        }

        return corrected;
    }
}
