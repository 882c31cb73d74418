using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Changes;

/// <summary>A rate as it would be in another mix of strata, with the ends of its 95 % interval.</summary>
/// <param name="Value">From 0 to 1; not a number where no stratum is known of both.</param>
/// <param name="Lower">The lower end.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Of">The cases it rests on.</param>
/// <remarks>
/// Direct standardisation: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 2003, chapter 19. The variance of each stratum is taken at (hits + 1) / (cases + 2)
/// (Agresti and Caffo, 2000), since a stratum of few cases that are all alike would otherwise seem certain.
/// </remarks>
internal readonly record struct AdjustedRate(double Value, double Lower, double Upper, long Of)
{
    private const double Z = 1.959964;

    /// <param name="strata">The rates of now, and the weight of each; both with cases.</param>
    public static AdjustedRate Standardise(IReadOnlyList<(double Weight, Share Now)> strata)
    {
        if (strata.Count == 0)
            return new AdjustedRate(double.NaN, double.NaN, double.NaN, 0);
        var weights = strata.Sum(stratum => stratum.Weight);
        var value = strata.Sum(stratum => stratum.Weight * stratum.Now.Value) / weights;
        var margin = Z * Math.Sqrt(strata.Sum(stratum => Math.Pow(stratum.Weight / weights, 2) * Variance(stratum.Now)));
        return new AdjustedRate(value, Math.Max(0, value - margin), Math.Min(1, value + margin), strata.Sum(stratum => stratum.Now.Of));
    }

    private static double Variance(Share share)
    {
        var smoothed = (share.Hits + 1.0) / (share.Of + 2);
        return smoothed * (1 - smoothed) / (share.Of + 2);
    }
}
