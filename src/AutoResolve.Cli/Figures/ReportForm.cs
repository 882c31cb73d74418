using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Rendering;
using AutoResolve.Insights.Figures.Reporting;
using AutoResolve.Insights.Figures.Reporting.Html;

namespace AutoResolve.Cli.Figures;

/// <summary>Writes a report in the form that the name of its file asks for.</summary>
internal static class ReportForm
{
    // Without it, spreadsheets read UTF-8 as the code page of their country.
    private const string Mark = "\uFEFF";

    /// <exception cref="CommandFailure">The name asks for no form.</exception>
    public static void Check(string path)
    {
        if (!Path.EndsInDirectorySeparator(path) && Extension(path) is not (".html" or ".md" or ".csv" or ".json"))
            throw CommandFailure.Usage(
                $"'--out {SafeText.Start(path, 60)}' must end with .html, .md, .csv or .json, or with a slash for a folder of tables."
            );
    }

    /// <summary>The files that a report is written to.</summary>
    public static IEnumerable<string> Files(string path) =>
        Path.EndsInDirectorySeparator(path)
            ? SpreadsheetExport.Names.Append(SpreadsheetExport.AboutName).Select(name => Tab(path, name))
            : [path];

    /// <exception cref="CommandFailure">It cannot be written.</exception>
    public static void Write(string path, Report report)
    {
        if (Path.EndsInDirectorySeparator(path))
        {
            foreach (var tab in SpreadsheetExport.Of(report.Input).Append(SpreadsheetExport.About(report)))
                ReportFiles.Write(Tab(path, tab.Name), Mark + CsvTable.Write(tab.Rows));
            return;
        }

        ReportFiles.Write(
            path,
            Extension(path) switch
            {
                ".html" => HtmlReport.Write(report),
                ".md" => MarkdownReport.Write(report),
                ".json" => JsonReport.Write(report),
                _ => Mark + CsvTable.Write(SpreadsheetExport.InOne(report)),
            }
        );
    }

    private static string Tab(string folder, string name) => Path.Combine(folder, $"{name}.csv");

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();
}
