namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A figure to see first.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Note">Of how many it is, and how it compares.</param>
internal sealed record Highlight(string Name, string Value, string Note);
