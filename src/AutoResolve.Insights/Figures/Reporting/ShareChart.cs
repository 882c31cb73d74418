namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Bars of 100 percent each, in parts.</summary>
/// <param name="Description">What it shows.</param>
/// <param name="Parts">What the parts of a bar are; at most five.</param>
/// <param name="Bars">The bars; the parts of each are percents that add up to 100.</param>
internal sealed record ShareChart(string Description, IReadOnlyList<string> Parts, IReadOnlyList<Bar> Bars) : IChart;
