using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Changes;

/// <summary>A rate now against a baseline, as it is and where another mix of types is no difference.</summary>
internal sealed class RateChange
{
    private readonly IReadOnlyList<(Proportion Before, Proportion Now)> _strata;

    /// <param name="before">Hits and cases of each type in the baseline.</param>
    /// <param name="now">The same of the period.</param>
    public RateChange(IReadOnlyDictionary<string, Proportion> before, IReadOnlyDictionary<string, Proportion> now)
    {
        Before = Sum(before.Values);
        Now = Sum(now.Values);

        // A type that has vanished or is new says nothing of a change.
        _strata =
        [
            .. before
                .Where(entry => entry.Value.Of > 0 && now.TryGetValue(entry.Key, out var share) && share.Of > 0)
                .Select(entry => (entry.Value, now[entry.Key])),
        ];
    }

    /// <summary>The rate of the baseline.</summary>
    public Proportion Before { get; }

    /// <summary>The rate of the period.</summary>
    public Proportion Now { get; }

    /// <summary>The difference as it is.</summary>
    public Difference Raw =>
        Before.Of == 0 || Now.Of == 0 ? Difference.None : Between(new(Before.Value, Before.Of), new(Now.Value, Now.Of), Now.Of);

    /// <summary>
    /// How likely so large a difference would be by chance; not a number where all cases are alike, so that none could be.
    /// </summary>
    public double RawP =>
        (Before + Now) is { Hits: var hits, Of: var of } && hits > 0 && hits < of ? SignificanceTest.OfShares(Before, Now) : double.NaN;

    /// <summary>The difference within types, of those that came in both: the risk difference of Mantel and Haenszel.</summary>
    /// <remarks>Its interval is that of two shares, each the weighted mean of its types: of one type it is the interval of
    /// <see cref="Raw"/>. </remarks>
    public Difference Adjusted
    {
        get
        {
            if (_strata.Count == 0)
                return Difference.None;
            var weights = _strata.Select(entry => (double)entry.Before.Of * entry.Now.Of / (entry.Before.Of + entry.Now.Of)).ToList();
            var all = weights.Sum();
            return Between(
                WeightedProportion.Of(_strata.Zip(weights, (entry, weight) => (entry.Before, weight / all)).ToList()),
                WeightedProportion.Of(_strata.Zip(weights, (entry, weight) => (entry.Now, weight / all)).ToList()),
                _strata.Sum(entry => entry.Now.Of)
            );
        }
    }

    /// <summary>How likely so large a difference within types would be by chance.</summary>
    public double AdjustedP => SignificanceTest.OfShares(_strata);

    private static Proportion Sum(IEnumerable<Proportion> shares) => shares.Aggregate(default(Proportion), (sum, share) => sum + share);

    // R. G. Newcombe, "Interval estimation for the difference between independent proportions", 1998, method 10.
    private static Difference Between(WeightedProportion before, WeightedProportion now, long of)
    {
        var value = now.Value - before.Value;
        return new Difference(
            value,
            value - Length(now.Value - now.Lower, before.Upper - before.Value),
            value + Length(now.Upper - now.Value, before.Value - before.Lower),
            of
        );
    }

    private static double Length(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
