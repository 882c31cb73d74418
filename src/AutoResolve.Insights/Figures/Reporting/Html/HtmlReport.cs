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
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{HtmlText.Of(report.Title)}</title>\n<style>\n{Style}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#figures\">Skip to the figures</a>\n");
        page.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{HtmlText.Of(report.Title)}</h1>\n<ul class=\"about\">\n");
        foreach (var line in report.About)
            page.Append(CultureInfo.InvariantCulture, $"<li>{HtmlText.Of(line)}</li>\n");
        page.Append("</ul>\n<dl class=\"highlights\">\n");
        foreach (var highlight in report.Highlights)
            page.Append(CultureInfo.InvariantCulture, $"<div><dt>{HtmlText.Of(highlight.Name)}</dt><dd class=\"value\">{HtmlText.Of(highlight.Value)}</dd><dd>{HtmlText.Of(highlight.Note)}</dd></div>\n");
        page.Append("</dl>\n</header>\n<nav aria-label=\"Contents\">\n<ul>\n");
        foreach (var section in report.Sections)
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Id}\">{HtmlText.Of(section.Title)}</a></li>\n");
        page.Append("</ul>\n</nav>\n<main id=\"figures\">\n");
        foreach (var section in report.Sections)
            Write(section, page);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Write(ReportSection section, StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{section.Id}\">\n<h2 id=\"{section.Id}\">{HtmlText.Of(section.Title)}</h2>\n");
        if (section.Note.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Of(section.Note)}</p>\n");

        // The short names of days and months leave room beside the chart.
        var isPair = section.Chart is ColumnChart;
        if (isPair)
            page.Append("<div class=\"pair\">\n");

        // A region that scrolls must be reachable by keyboard.
        if (section.Chart is { } chart)
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"region\" aria-label=\"Chart: {HtmlText.Of(section.Title)}\" tabindex=\"0\">\n{Draw(section.Id, chart)}</div>\n");
        if (section.Rows.Count > 0)
            WriteTable(section, page);
        page.Append(isPair ? "</div>\n</section>\n" : "</section>\n");
    }

    private static string Draw(string id, IChart chart) => chart switch
    {
        BarChart bars => BarDrawing.Of(id, bars),
        ColumnChart columns => ColumnDrawing.Of(id, columns),
        RangeChart ranges => RangeDrawing.Of(id, ranges),
        _ => throw new ArgumentException($"Nobody draws a {chart.GetType().Name}.", nameof(chart)),
    };

    private static void WriteTable(ReportSection section, StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"region\" aria-label=\"Table: {HtmlText.Of(section.Title)}\" tabindex=\"0\">\n<table>\n<caption>{HtmlText.Of(section.Title)}</caption>\n<thead><tr>");
        foreach (var column in section.Columns)
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(column)}>{HtmlText.Of(column.Title)}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in section.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{HtmlText.Breakable(row[0].Text)}</th>");
            foreach (var (cell, column) in row.Zip(section.Columns).Skip(1))
                page.Append(CultureInfo.InvariantCulture, $"<td{Class(column)}>{(column.IsNumber ? HtmlText.Of(HtmlText.Whole(cell.Text)) : HtmlText.Breakable(cell.Text))}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Class(Column column) => column.IsNumber ? " class=\"number\"" : "";

    private static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
