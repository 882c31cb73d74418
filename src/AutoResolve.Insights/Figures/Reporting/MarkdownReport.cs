using System.Text;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A report as Markdown.</summary>
internal static class MarkdownReport
{
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Safe(report.Title)).Append("\n\n");
        foreach (var lead in report.Lead)
            text.Append("## ").Append(Safe(lead.Title)).Append("\n\n```text\n").Append(TextBars.Of(lead.Chart!)).Append("```\n\n");
        Findings(report, text);
        foreach (var highlight in report.Highlights)
            text.Append("- **")
                .Append(Safe(highlight.Name))
                .Append(": ")
                .Append(Safe(highlight.Value))
                .Append("** (")
                .Append(Safe(highlight.Note))
                .Append(")\n");
        text.Append("\n## About these figures\n\n");
        foreach (var line in report.About)
            text.Append("- ").Append(Safe(line)).Append('\n');
        foreach (var section in report.Sections)
        {
            text.Append("\n## ").Append(Safe(section.Title)).Append('\n');
            if (section.Note.Length > 0)
                text.Append('\n').Append(Safe(section.Note)).Append('\n');
            if (section.Rows.Count == 0)
                continue;
            text.Append("\n| ").AppendJoin(" | ", section.Columns.Select(column => Safe(column.Title))).Append(" |\n|");
            foreach (var column in section.Columns)
                text.Append(column.IsNumber ? " ---: |" : " --- |");
            text.Append('\n');
            foreach (var row in section.Rows)
                text.Append("| ").AppendJoin(" | ", row.Select(cell => Safe(cell.Text))).Append(" |\n");
        }

        return text.ToString();
    }

    private static void Findings(Report report, StringBuilder text)
    {
        if (report.Findings.Count == 0)
            return;
        text.Append("## In short\n\n");
        foreach (var finding in report.Findings)
            text.Append("- ").Append(Safe(finding.Text)).Append('\n');
        text.Append('\n');
    }

    private static string Safe(string text) =>
        string.Concat(
                text.Select(letter =>
                    letter switch
                    {
                        '<' => "&lt;",
                        '&' => "&amp;",
                        '@' => "&#64;",
                        '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '!' or '#' or '~' => $"\\{letter}",
                        _ when char.IsControl(letter) => " ",
                        _ => letter.ToString(),
                    }
                )
            )
            // What a viewer would turn into links.
            .Replace("://", "&#58;//", StringComparison.Ordinal)
            .Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);
}
