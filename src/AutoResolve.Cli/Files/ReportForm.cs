using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures.Reporting;

namespace AutoResolve.Cli.Files;

/// <summary>Writes a report in the form that the name of its file asks for.</summary>
internal static class ReportForm
{
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
        Path.EndsInDirectorySeparator(path) ? Report.TableNames.Select(name => Tab(path, name)) : [path];

    /// <exception cref="CommandFailure">It cannot be written.</exception>
    public static async Task WriteAsync(string path, Report report, CancellationToken cancellationToken)
    {
        if (Path.EndsInDirectorySeparator(path))
        {
            foreach (var table in report.Tables)
                await ReportFiles.WriteAsync(Tab(path, table.Name), stream => table.WriteCsvAsync(stream, cancellationToken));
            return;
        }

        await ReportFiles.WriteAsync(
            path,
            Extension(path) switch
            {
                ".html" => stream => report.WriteHtmlAsync(stream, cancellationToken),
                ".md" => stream => report.WriteMarkdownAsync(stream, cancellationToken),
                ".json" => stream => report.WriteJsonAsync(stream, cancellationToken),
                _ => stream => report.WriteCsvAsync(stream, cancellationToken),
            }
        );
    }

    private static string Tab(string folder, string name) => Path.Combine(folder, $"{name}.csv");

    private static string Extension(string path) => Path.GetExtension(path).ToLowerInvariant();
}
