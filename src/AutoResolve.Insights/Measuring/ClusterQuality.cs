namespace AutoResolve.Insights.Measuring;

/// <summary>How well groups agree with labels.</summary>
/// <param name="MutualInformation">Normalised by the mean of both entropies (Strehl and Ghosh, Cluster Ensembles, 2002): 0 none, 1 the
/// same.</param>
/// <param name="Purity">The share of issues whose label is the commonest of their group.</param>
public readonly record struct ClusterQuality(double MutualInformation, double Purity)
{
    internal static ClusterQuality Of(IReadOnlyList<(string Group, string Label)> issues)
    {
        double count = issues.Count;
        var groups = issues.CountBy(issue => issue.Group).ToDictionary();
        var labels = issues.CountBy(issue => issue.Label).ToDictionary();
        var both = issues.CountBy(issue => issue).ToList();
        var information = both.Sum(entry =>
            entry.Value / count * Math.Log(entry.Value * count / (groups[entry.Key.Group] * (double)labels[entry.Key.Label]))
        );
        var entropies = Entropy(groups.Values, count) + Entropy(labels.Values, count);
        return new ClusterQuality(
            entropies == 0 ? 1 : 2 * information / entropies,
            both.GroupBy(entry => entry.Key.Group).Sum(group => group.Max(entry => entry.Value)) / count
        );
    }

    private static double Entropy(IEnumerable<int> sizes, double count) => -sizes.Sum(size => size / count * Math.Log(size / count));
}
