namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>One bar or column.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Parts">The length of each part.</param>
/// <param name="Mark">Where its mark stands; null for none.</param>
internal sealed record Bar(string Label, IReadOnlyList<double> Parts, double? Mark = null)
{
    public double Length => Parts.Sum();
}
