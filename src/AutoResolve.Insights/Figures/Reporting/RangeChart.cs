using AutoResolve.Insights.Measuring;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Shares with their intervals, now and before.</summary>
/// <param name="Description">What it shows.</param>
/// <param name="Rows">The shares.</param>
internal sealed record RangeChart(string Description, IReadOnlyList<(string Label, Proportion Now, Proportion Before)> Rows) : IChart;
