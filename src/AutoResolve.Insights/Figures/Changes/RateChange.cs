using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Changes;

/// <summary>A rate now against a baseline, as it is and where another mix of types is no difference.</summary>
internal sealed class RateChange
{
    private const double Z = 1.959964;

    private readonly IReadOnlyList<(Share Before, Share Now)> _strata;

    /// <param name="before">Hits and cases of each type in the baseline.</param>
    /// <param name="now">The same of the period.</param>
    public RateChange(IReadOnlyDictionary<string, Share> before, IReadOnlyDictionary<string, Share> now)
    {
        Before = Sum(before.Values);
        Now = Sum(now.Values);

        // A type that has vanished or is new says nothing of a change.
        _strata = [.. before.Where(entry => entry.Value.Of > 0 && now.TryGetValue(entry.Key, out var share) && share.Of > 0).Select(entry => (entry.Value, now[entry.Key]))];
    }

    /// <summary>The rate of the baseline.</summary>
    public Share Before { get; }

    /// <summary>The rate of the period.</summary>
    public Share Now { get; }

    /// <summary>The difference as it is.</summary>
    /// <remarks>R. G. Newcombe, Interval Estimation for the Difference between Independent Proportions, 1998, method 10.</remarks>
    public Difference Raw
    {
        get
        {
            if (Before.Of == 0 || Now.Of == 0)
                return Difference.None;
            var value = Now.Value - Before.Value;
            return new Difference(value, value - Length(Now.Value - Now.Lower, Before.Upper - Before.Value), value + Length(Now.Upper - Now.Value, Before.Value - Before.Lower), Now.Of);
        }
    }

    /// <summary>How likely so large a difference would be by chance.</summary>
    public double RawP => Chance.OfShares(Before, Now);

    /// <summary>The difference within types, of those that came in both: the risk difference of Mantel and Haenszel.</summary>
    /// <remarks>Its variance holds for many types of few issues as for few of many: T. Sato, On the Variance Estimator for the Mantel-Haenszel Risk Difference, 1989.</remarks>
    public Difference Adjusted
    {
        get
        {
            var (weight, sum, p, q) = (0.0, 0.0, 0.0, 0.0);
            foreach (var (before, now) in _strata)
            {
                var (all, of, ofNow, hits, hitsNow) = ((double)before.Of + now.Of, (double)before.Of, (double)now.Of, (double)before.Hits, (double)now.Hits);
                weight += of * ofNow / all;
                sum += ((hitsNow * of) - (hits * ofNow)) / all;
                p += ((ofNow * ofNow * hits) - (of * of * hitsNow) + (of * ofNow * (of - ofNow) / 2)) / (all * all);
                q += ((hitsNow * (of - hits)) + (hits * (ofNow - hitsNow))) / (2 * all);
            }

            if (weight == 0)
                return Difference.None;
            var value = sum / weight;
            var margin = Z * Math.Sqrt(Math.Max(0, (value * p) + q)) / weight;

            // Where all types are all or nothing in both, there is nothing to be unsure of by this formula, and nothing learnt.
            return margin == 0 ? Difference.None : new Difference(value, Math.Max(-1, value - margin), Math.Min(1, value + margin), _strata.Sum(entry => entry.Now.Of));
        }
    }

    /// <summary>How likely so large a difference within types would be by chance.</summary>
    public double AdjustedP => Chance.OfShares(_strata);

    private static Share Sum(IEnumerable<Share> shares) => shares.Aggregate(default(Share), (sum, share) => sum + share);

    private static double Length(double one, double other) => Math.Sqrt((one * one) + (other * other));
}
