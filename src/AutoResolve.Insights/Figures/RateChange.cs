using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures;

/// <summary>A rate now against a baseline.</summary>
/// <param name="Before">The rate of the baseline.</param>
/// <param name="Now">The rate of the period.</param>
/// <param name="Adjusted">What the rate would be now if issues came in the baseline's mix; null where the period has no issue of any type of the baseline.</param>
/// <param name="P">How likely a difference at least as large would be by chance, by the two-proportion z test (pooled); not a number without issues.</param>
internal sealed record RateChange(Share Before, Share Now, double? Adjusted, double P)
{
    /// <param name="before">Hits and cases of each type in the baseline.</param>
    /// <param name="now">The same of the period.</param>
    /// <remarks>Direct standardisation: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 2003, chapter 19.</remarks>
    public static RateChange Of(IReadOnlyDictionary<string, Share> before, IReadOnlyDictionary<string, Share> now)
    {
        var (all, current) = (Sum(before.Values), Sum(now.Values));

        // A type that has vanished says nothing of the rate now; the others share its weight.
        var common = before.Where(entry => entry.Value.Of > 0 && now.TryGetValue(entry.Key, out var share) && share.Of > 0).ToList();
        double weight = common.Sum(entry => entry.Value.Of);
        return new RateChange(all, current, weight == 0 ? null : common.Sum(entry => entry.Value.Of / weight * now[entry.Key].Value), POf(all, current));
    }

    private static Share Sum(IEnumerable<Share> shares) => shares.Aggregate(default(Share), (sum, share) => sum + share);

    private static double POf(Share before, Share now)
    {
        if (before.Of == 0 || now.Of == 0)
            return double.NaN;
        var pooled = (before + now).Value;
        var error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / before.Of) + (1.0 / now.Of)));
        return error == 0 ? 1 : 2 * NormalTail(Math.Abs(before.Value - now.Value) / error);
    }

    // Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17; wrong by less than 7.5e-8.
    private static double NormalTail(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
    }
}
