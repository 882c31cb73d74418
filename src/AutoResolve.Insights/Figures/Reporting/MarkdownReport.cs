using System.Text;

namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>A report as Markdown.</summary>
internal static class MarkdownReport
{
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Cell(report.Title)).Append("\n\n");
        foreach (var line in report.About)
            text.Append("- ").Append(Cell(line)).Append('\n');
        foreach (var section in report.Sections)
        {
            text.Append("\n## ").Append(section.Title).Append("\n\n");
            if (section.Note.Length > 0)
                text.Append(section.Note).Append("\n\n");
            if (section.Rows.Count == 0)
                continue;
            text.Append("| ").AppendJoin(" | ", section.Columns.Select(Cell)).Append(" |\n|").Append(string.Concat(section.Columns.Select(_ => " --- |"))).Append('\n');
            foreach (var row in section.Rows)
                text.Append("| ").AppendJoin(" | ", row.Select(Cell)).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Cell(string text) => string.Concat(text.Select(letter => letter switch
    {
        '|' => "\\|",
        '<' => "&lt;",
        '\\' => "\\\\",
        '`' or '*' or '_' or '[' or ']' => $"\\{letter}",
        _ when char.IsControl(letter) => " ",
        _ => letter.ToString(),
    }));
}
