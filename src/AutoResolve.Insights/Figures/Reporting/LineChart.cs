namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>Percents over months, as lines, and the goals that they have.</summary>
/// <param name="Description">What it shows.</param>
/// <param name="Labels">The months, in order.</param>
/// <param name="Lines">At most two: the name of each, its percent in each month, and its goal.</param>
internal sealed record LineChart(string Description, IReadOnlyList<string> Labels, IReadOnlyList<ChartLine> Lines) : IChart;
