namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>A report as one page that needs nothing else: no scripts, no fonts, no pictures from elsewhere.</summary>
internal static class HtmlReport
{
    public static string Write(Report report) =>
        PageTemplates.Render(
            new PageView(
                report.Title,
                [.. report.Lead.Select(View)],
                [.. report.Findings.Select(finding => View(finding, report.Sections))],
                report.Highlights,
                report.About,
                [.. report.Sections.Select(View)]
            )
        );

    private static FindingView View(KeyFinding finding, IReadOnlyList<ReportSection> sections) =>
        new(finding.Text, finding.Section, sections.SingleOrDefault(section => section.Id == finding.Section)?.Title);

    private static SectionView View(ReportSection section) =>
        new(
            section.Id,
            section.Title,
            section.Note,
            // The short names of months leave room beside the chart.
            IsPair: section.Chart is ColumnChart && !HtmlTable.IsFolded(section),
            section.Chart is { } chart ? [.. ChartLayout.All.Select(layout => Draw($"{section.Id}-{layout.Name}", chart, layout))] : [],
            section.Rows.Count > 0 ? HtmlTable.Of(section) : null
        );

    private static ChartView Draw(string id, IChart chart, ChartLayout layout) =>
        chart switch
        {
            BarChart bars => BarDrawing.Of(id, bars, layout),
            ColumnChart columns => ColumnDrawing.Of(id, columns, layout),
            ShareChart shares => ShareDrawing.Of(id, shares, layout),
            LineChart lines => LineDrawing.Of(id, lines, layout),
            RangeChart ranges => RangeDrawing.Of(id, ranges, layout),
            _ => throw new ArgumentException($"Nobody draws a {chart.GetType().Name}.", nameof(chart)),
        };
}
