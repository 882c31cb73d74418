using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Changes;

/// <summary>
/// A weighted mean of shares, with its 95 % interval: Wilson's, of as many cases as a single share would need to be as sure.
/// </summary>
/// <param name="Value">The mean, from 0 to 1.</param>
/// <param name="Cases">That many cases.</param>
internal readonly record struct WeightedProportion(double Value, double Cases)
{
    public double Lower => Proportion.Bound(Value, Cases, -Proportion.Z);

    public double Upper => Proportion.Bound(Value, Cases, Proportion.Z);

    /// <param name="shares">Each share and its weight; the weights add up to 1.</param>
    public static WeightedProportion Of(IReadOnlyList<(Proportion Share, double Weight)> shares)
    {
        var mean = Math.Clamp(shares.Sum(one => one.Weight * one.Share.Value), 0, 1);
        var (alike, variance) = (0.0, 0.0);
        foreach (var (share, weight) in shares)
        {
            var squared = weight * weight / share.Of;
            alike += squared;

            // One more case like the mean: few cases that are all alike are not sure.
            var value = (share.Hits + mean) / (share.Of + 1);
            variance += squared * value * (1 - value);
        }

        // Shares that differ among themselves vary less than so many cases of the mean would, never more.
        var cases = 1 / alike;
        return new WeightedProportion(mean, variance > 0 ? Math.Max(cases, mean * (1 - mean) / variance) : cases);
    }
}
