namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A column for each day or month, in parts, in the order of time.</summary>
/// <param name="Description">What it shows.</param>
/// <param name="Parts">What the parts of a column are; at most three.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Level">A level across all of them; null for none.</param>
/// <param name="LevelName">What that is.</param>
internal sealed record ColumnChart(
    string Description,
    IReadOnlyList<string> Parts,
    IReadOnlyList<Bar> Columns,
    double? Level = null,
    string? LevelName = null
) : IChart;
