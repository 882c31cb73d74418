namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Shares that are shown beside each other add up to 100: what rounding leaves goes to those that it takes most from.</summary>
internal static class WholePercents
{
    /// <param name="counts">The counts; together all there is.</param>
    /// <param name="decimals">How many decimals are shown.</param>
    /// <returns>Percents; noughts where there is nothing.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<long> counts, int decimals = 0)
    {
        var all = counts.Sum();
        if (all == 0)
            return [.. counts.Select(_ => 0.0)];
        var scale = (long)Math.Pow(10, decimals);
        var whole = counts.Select(count => (long)((decimal)count * 100 * scale / all)).ToList();
        var rest = counts.Select((count, place) => (Left: ((decimal)count * 100 * scale / all) - whole[place], Place: place));
        foreach (
            var (_, place) in rest.OrderByDescending(one => one.Left)
                .ThenBy(one => one.Place)
                .Take((int)((100 * scale) - whole.Sum()))
                .ToList()
        )
            whole[place]++;
        return [.. whole.Select(percent => (double)percent / scale)];
    }
}
