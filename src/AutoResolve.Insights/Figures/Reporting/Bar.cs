namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>One bar or column.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Parts">The length of each part.</param>
/// <param name="Mark">Where its mark stands; null for none.</param>
/// <param name="Counts">Where a part is a percent of few: how many it is, which is shown instead; null for percents.</param>
internal sealed record Bar(string Label, IReadOnlyList<double> Parts, double? Mark = null, IReadOnlyList<long>? Counts = null)
{
    public double Length => Parts.Sum();

    /// <summary>A part of a whole, in words.</summary>
    public string Share(int part) => Counts is null ? $"{Cell.Number(Parts[part])} %" : Cell.Number(Counts[part]);
}
