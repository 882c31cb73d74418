namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A line of percents.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Values">A percent for each month; not a number where none came.</param>
/// <param name="Goal">The percent that is wanted; null for none.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<double> Values, double? Goal = null);
