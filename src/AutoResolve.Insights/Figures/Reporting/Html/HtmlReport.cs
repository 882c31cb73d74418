using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>A report as one page that needs nothing else: no scripts, no fonts, no pictures from elsewhere.</summary>
internal static class HtmlReport
{
    private static readonly string Style = ReadStyle();

    public static string Write(Report report)
    {
        var page = new StringBuilder();
        page.Append(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                + "content=\"width=device-width, initial-scale=1\">\n"
        );
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"<title>{HtmlText.Of(report.Title)}</title>\n<style>\n{Style}</style>\n</head>\n<body>\n<a "
                + $"class=\"skip\" href=\"#figures\">Skip to the figures</a>\n"
        );
        page.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{HtmlText.Of(report.Title)}</h1>\n");
        foreach (var lead in report.Lead)
            Write(lead, page);
        WriteFindings(report, page);
        page.Append("<dl class=\"highlights\">\n");
        foreach (var highlight in report.Highlights)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<div><dt>{HtmlText.Of(highlight.Name)}</dt><dd "
                    + $"class=\"value\">{HtmlText.Of(highlight.Value)}</dd><dd>{HtmlText.Of(highlight.Note)}</dd></div>\n"
            );
        page.Append("</dl>\n<ul class=\"about\">\n");
        foreach (var line in report.About)
            page.Append(CultureInfo.InvariantCulture, $"<li>{HtmlText.Of(line)}</li>\n");
        page.Append("</ul>\n</header>\n<nav aria-label=\"Contents\">\n<ul>\n");
        foreach (var section in report.Sections)
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Id}\">{HtmlText.Of(section.Title)}</a></li>\n");
        page.Append("</ul>\n</nav>\n<main id=\"figures\">\n");
        foreach (var section in report.Sections)
            Write(section, page);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteFindings(Report report, StringBuilder page)
    {
        if (report.Findings.Count == 0)
            return;
        page.Append("<h2 id=\"findings\">In short</h2>\n<ul class=\"findings\">\n");
        foreach (var (text, id) in report.Findings)
        {
            var link = id is null ? "" : $" <a href=\"#{id}\">{HtmlText.Of(report.Sections.Single(section => section.Id == id).Title)}</a>";
            page.Append(CultureInfo.InvariantCulture, $"<li>{HtmlText.Of(text)}{link}</li>\n");
        }

        page.Append("</ul>\n");
    }

    // A section with a heading is found by it; as a landmark it would be one of too many.
    private static void Write(ReportSection section, StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2 id=\"{section.Id}\">{HtmlText.Of(section.Title)}</h2>\n");
        if (section.Note.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Of(section.Note)}</p>\n");

        // The short names of months leave room beside the chart.
        var isPair = section.Chart is ColumnChart && !HtmlTable.IsFolded(section);
        page.Append(isPair ? "<div class=\"pair\">\n" : "");
        if (section.Chart is { } chart)
            page.Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"chart\">\n{string.Concat(ChartLayout.All.Select(layout => Draw($"{section.Id}-{layout.Name}", chart, layout)))}</div>\n"
            );
        if (section.Rows.Count > 0)
            HtmlTable.Write(section, page);
        page.Append(isPair ? "</div>\n</section>\n" : "</section>\n");
    }

    private static string Draw(string id, IChart chart, ChartLayout layout) =>
        chart switch
        {
            BarChart bars => BarDrawing.Of(id, bars, layout),
            ColumnChart columns => ColumnDrawing.Of(id, columns, layout),
            ShareChart shares => ShareDrawing.Of(id, shares, layout),
            LineChart lines => LineDrawing.Of(id, lines, layout),
            RangeChart ranges => RangeDrawing.Of(id, ranges, layout),
            _ => throw new ArgumentException($"Nobody draws a {chart.GetType().Name}.", nameof(chart)),
        };

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
