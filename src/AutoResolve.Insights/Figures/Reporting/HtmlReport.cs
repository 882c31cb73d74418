using System.Globalization;
using System.Net;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A report as one page that needs nothing else: no scripts, no fonts, no pictures from elsewhere.</summary>
internal static class HtmlReport
{
    private const int BarHeight = 28;
    private const int LabelWidth = 260;
    private const int ChartWidth = 720;
    private const int ValueWidth = 80;

    private const string Style = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --line: #71767a; --bar: #005ea2; --soft: #f0f0f0; --link: #005ea2; }
        @media (prefers-color-scheme: dark) { :root { --ink: #f0f0f0; --paper: #1b1b1b; --line: #a9aeb1; --bar: #73b3e7; --soft: #2d2e2f; --link: #73b3e7; } }
        body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        header, main, nav { max-width: 70rem; margin: 0 auto; padding: 0 1rem; }
        a { color: var(--link); } a:focus, [tabindex]:focus { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
        h1 { font-size: 1.8rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding: .3rem 0; }
        th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; } thead th { background: var(--soft); } tbody th { font-weight: 600; }
        svg { max-width: 100%; height: auto; display: block; margin: 1rem 0; } svg text { fill: var(--ink); font: 14px system-ui, sans-serif; } svg rect { fill: var(--bar); }
        nav ul { columns: 14rem; padding-left: 1.2rem; }
        @media print { :root { --ink: #000; --paper: #fff; --bar: #444; --soft: #eee; --link: #000; } nav, .skip { display: none; } section { break-inside: avoid; } .scroll { overflow: visible; } body { font-size: 10pt; } }
        """;

    public static string Write(Report report)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Text(report.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#figures\">Skip to the figures</a>\n");
        page.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{Text(report.Title)}</h1>\n<ul>\n");
        foreach (var line in report.About)
            page.Append(CultureInfo.InvariantCulture, $"<li>{Text(line)}</li>\n");
        page.Append("</ul>\n</header>\n<nav aria-label=\"Contents\">\n<ul>\n");
        foreach (var section in report.Sections)
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{section.Id}\">{Text(section.Title)}</a></li>\n");
        page.Append("</ul>\n</nav>\n<main id=\"figures\">\n");
        foreach (var section in report.Sections)
            Write(section, page);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Write(ReportSection section, StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{section.Id}\">\n<h2 id=\"{section.Id}\">{Text(section.Title)}</h2>\n");
        if (section.Note.Length > 0)
            page.Append(CultureInfo.InvariantCulture, $"<p>{Text(section.Note)}</p>\n");
        if (section.Bars.Count > 0)
            WriteChart(section, page);
        if (section.Rows.Count > 0)
            WriteTable(section, page);
        page.Append("</section>\n");
    }

    private static void WriteChart(ReportSection section, StringBuilder page)
    {
        var most = section.Bars.Max(bar => bar.Value);
        var height = section.Bars.Count * BarHeight;
        page.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-labelledby=\"{section.Id}-chart\" viewBox=\"0 0 {ChartWidth} {height}\" width=\"{ChartWidth}\" height=\"{height}\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title id=\"{section.Id}-chart\">{Text(section.Title)}: a bar for each, in {section.Unit}. The table below has the numbers.</title>\n");
        for (var place = 0; place < section.Bars.Count; place++)
        {
            var (label, value) = section.Bars[place];
            var width = most <= 0 ? 0 : value / most * (ChartWidth - LabelWidth - ValueWidth);
            var middle = (place * BarHeight) + (BarHeight / 2) + 5;
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 8}\" y=\"{middle}\" text-anchor=\"end\">{Text(Short(label))}</text>");
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{LabelWidth}\" y=\"{(place * BarHeight) + 4}\" width=\"{width:0.#}\" height=\"{BarHeight - 8}\"></rect>");
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + width + 6:0.#}\" y=\"{middle}\">{value:#,0}</text>\n");
        }

        page.Append("</svg>\n");
    }

    private static void WriteTable(ReportSection section, StringBuilder page)
    {
        // A region that scrolls must be reachable by keyboard.
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"region\" aria-label=\"Table: {Text(section.Title)}\" tabindex=\"0\">\n<table>\n<caption>{Text(section.Title)}</caption>\n<thead><tr>");
        foreach (var column in section.Columns)
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Text(column)}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in section.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(row[0])}</th>");
            foreach (var cell in row.Skip(1))
                page.Append(CultureInfo.InvariantCulture, $"<td>{Text(cell)}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    private static string Short(string label) => label.Length <= 34 ? label : label[..33] + "…";

    private static string Text(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)));
}
