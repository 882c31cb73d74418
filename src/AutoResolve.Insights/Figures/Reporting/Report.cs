namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A report for people, before it is written in a form.</summary>
internal sealed record Report(string Title, IReadOnlyList<string> About, IReadOnlyList<ReportSection> Sections);
