namespace AutoResolve.Insights.Figures;

/// <summary>The counts of issues that are alike. An issue counts in the period in which it first came.</summary>
internal sealed record FigureCell(FigureKey Key, FigureCounts Counts);
