using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Changes;

/// <summary>A rate now against a baseline, as it is and as it would be in the baseline's mix of types.</summary>
internal sealed class RateChange
{
    private readonly IReadOnlyList<(Share Before, Share Now)> _strata;

    /// <param name="before">Hits and cases of each type in the baseline.</param>
    /// <param name="now">The same of the period.</param>
    public RateChange(IReadOnlyDictionary<string, Share> before, IReadOnlyDictionary<string, Share> now)
    {
        Before = Sum(before.Values);
        Now = Sum(now.Values);

        // A type that has vanished or is new says nothing of a change; the others share its weight.
        _strata = [.. before.Where(entry => entry.Value.Of > 0 && now.TryGetValue(entry.Key, out var share) && share.Of > 0).Select(entry => (entry.Value, now[entry.Key]))];
    }

    /// <summary>The rate of the baseline.</summary>
    public Share Before { get; }

    /// <summary>The rate of the period.</summary>
    public Share Now { get; }

    /// <summary>The difference, not adjusted, and the ends of its 95 % interval; not a number where one of them has no cases.</summary>
    /// <remarks>R. G. Newcombe, Interval Estimation for the Difference between Independent Proportions, 1998, method 10.</remarks>
    public (double Value, double Lower, double Upper) Difference
    {
        get
        {
            if (Before.Of == 0 || Now.Of == 0)
                return (double.NaN, double.NaN, double.NaN);
            var value = Now.Value - Before.Value;
            return (value, value - Length(Now.Value - Now.Lower, Before.Upper - Before.Value), value + Length(Now.Upper - Now.Value, Before.Value - Before.Lower));
        }
    }

    /// <summary>What the rate would be now if issues came in the baseline's mix of types.</summary>
    public AdjustedRate Adjusted => AdjustedRate.Standardise([.. _strata.Select(entry => ((double)entry.Before.Of, entry.Now))]);

    /// <summary>How likely so large a difference would be by chance, not adjusted.</summary>
    public double P => Chance.OfShares(Before, Now);

    /// <summary>The same where another mix of types is no difference.</summary>
    public double AdjustedP => Chance.OfShares(_strata);

    private static Share Sum(IEnumerable<Share> shares) => shares.Aggregate(default(Share), (sum, share) => sum + share);

    private static double Length(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
