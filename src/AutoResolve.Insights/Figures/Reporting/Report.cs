namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A report, before it is written in a form.</summary>
/// <param name="Title">What of when.</param>
/// <param name="About">Where the figures are from and how they were counted.</param>
/// <param name="Lead">The charts to see first.</param>
/// <param name="Highlights">The few figures to see first.</param>
/// <param name="Findings">What they say, in sentences.</param>
/// <param name="Sections">The rest.</param>
/// <param name="Input">What it was made of.</param>
internal sealed record Report(
    string Title,
    IReadOnlyList<string> About,
    IReadOnlyList<ReportSection> Lead,
    IReadOnlyList<Highlight> Highlights,
    IReadOnlyList<KeyFinding> Findings,
    IReadOnlyList<ReportSection> Sections,
    ReportInput Input
);
