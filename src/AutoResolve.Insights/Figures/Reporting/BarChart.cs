namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A bar for each row, in parts, the largest first.</summary>
/// <param name="Description">What it shows.</param>
/// <param name="Parts">What the parts of a bar are; at most three.</param>
/// <param name="Bars">The bars.</param>
/// <param name="Mark">What the mark on a bar is; null where there are none.</param>
internal sealed record BarChart(string Description, IReadOnlyList<string> Parts, IReadOnlyList<Bar> Bars, string? Mark = null) : IChart;
