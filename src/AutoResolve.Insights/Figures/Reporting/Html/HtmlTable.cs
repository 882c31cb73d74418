using System.Globalization;
using System.Text;

namespace AutoResolve.Insights.Figures.Reporting.Html;

/// <summary>Writes the table of a section.</summary>
internal static class HtmlTable
{
    // More rows than stand beside a chart without leaving the page empty under it.
    private const int MaxBesideChart = 14;

    // A phone's 320 pixels without the margins; letters of the widest usual font, in bold and not; what a cell has around its text.
    private const int Phone = 288;
    private const double BoldLetter = 10.5;
    private const double Letter = 9.5;
    private const int Around = 20;

    /// <summary>Whether the table is longer than its chart, or says no more, and is shown only to those who open it.</summary>
    public static bool IsFolded(ReportSection section) =>
        section.Chart is ShareChart or LineChart || (section.Chart is ColumnChart && section.Rows.Count > MaxBesideChart);

    public static void Write(ReportSection section, StringBuilder page)
    {
        if (IsFolded(section))
            page.Append(
                CultureInfo.InvariantCulture,
                $"<details>\n<summary>The numbers of each {HtmlText.Of(Lower(section.Columns[0].Title))}</summary>\n"
            );

        // What scrolls must be reachable by keyboard; what does not should not stop anybody.
        var isWide = IsWiderThanPhone(section);
        page.Append(
            isWide ? $"<div class=\"scroll\" role=\"group\" aria-label=\"{HtmlText.Of(section.Title)}, wide table\" tabindex=\"0\">\n" : ""
        );
        WriteTable(section, page);
        page.Append(isWide ? "</div>\n" : "").Append(IsFolded(section) ? "</details>\n" : "");
    }

    private static void WriteTable(ReportSection section, StringBuilder page)
    {
        page.Append(
            CultureInfo.InvariantCulture,
            $"<table{(IsOfWords(section) ? " class=\"words\"" : "")}>\n<caption>{HtmlText.Of(Caption(section))}</caption>\n<thead><tr>"
        );
        foreach (var column in section.Columns)
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(column)}>{HtmlText.Of(column.Title)}</th>");
        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in section.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{HtmlText.Breakable(row[0].Text)}</th>");
            foreach (var (cell, column) in row.Zip(section.Columns).Skip(1))
                page.Append(CultureInfo.InvariantCulture, $"<td{Class(column)}>{Content(cell, column)}</td>");
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    // What a row is and what it is about; the heading has been read already.
    private static string Caption(ReportSection section)
    {
        var about = section.Columns.FirstOrDefault(column => column.IsNumber) ?? section.Columns[^1];
        var compares = section.Columns.Any(column => column.Key is "baseline" or "expected");
        return $"Each {Lower(section.Columns[0].Title)}: {Lower(about.Title).Split(',')[0]}{(compares ? ", against the baseline" : "")}";
    }

    private static string Content(Cell cell, Column column) =>
        column.IsNumber ? HtmlText.Of(HtmlText.Whole(cell.Text)) : HtmlLink.Of(cell.Text) ?? HtmlText.Breakable(cell.Text);

    // Each column is at least as wide as the longest of its pieces.
    private static bool IsWiderThanPhone(ReportSection section) =>
        !IsOfWords(section) && section.Columns.Select((column, place) => Width(section, column, place) + Around).Sum() > Phone;

    // A word and its meaning fit everywhere: the few words that are longer than that break.
    private static bool IsOfWords(ReportSection section) => section.Columns.Count == 2 && !section.Columns.Any(column => column.IsNumber);

    private static double Width(ReportSection section, Column column, int place)
    {
        var pieces = section.Rows.SelectMany(row =>
            column.IsNumber ? HtmlText.Whole(row[place].Text).Split(' ') : row[place].Text.Split(' ').SelectMany(HtmlText.Pieces)
        );
        var longest = pieces.Select(piece => piece.Length).DefaultIfEmpty().Max();
        return Math.Max(longest * (place == 0 ? BoldLetter : Letter), column.Title.Split(' ').Max(word => word.Length) * BoldLetter);
    }

    private static string Lower(string title) => title.ToLowerInvariant();

    private static string Class(Column column) => column.IsNumber ? " class=\"number\"" : "";
}
