using System.Text;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;

namespace AutoResolve.Benchmarks.Reports;

/// <summary>Writes what a run measured into benchmarks/results, and the table of the README.</summary>
internal static class ResultFiles
{
    private const string Begin = "<!-- benchmarks:begin -->";
    private const string End = "<!-- benchmarks:end -->";

    private static readonly string Folder = Path.Combine(ShippedRulebook.Repository, "benchmarks", "results");

    public static void Write(Run run)
    {
        Directory.CreateDirectory(Folder);
        foreach (var summary in run.Summaries)
            WriteFile(Run.TypeOf(summary), Report(summary));
        foreach (var (name, measured) in run.Measurements)
            WriteFile(name, $"{Machine()}\n\n{measured.Table}");

        // Ratios of different runs do not belong in one table.
        if (Targets.Of(run).Any(target => target.Measured is null && !target.IsOptional))
        {
            Console.WriteLine("// The table of targets and that of README.md are written only by a run of everything.");
            return;
        }

        WriteFile(
            "targets",
            $"{Machine()}\n\n| what | target | measured | met |\n| --- | ---: | ---: | --- |\n{string.Join('\n', Targets.Of(run))}"
        );
        WriteReadme(ReadmeTable.Of(run));
    }

    private static void WriteFile(string name, string text) =>
        File.WriteAllText(Path.Combine(Folder, name + ".md"), $"# {name}\n\n{text.ReplaceLineEndings("\n").Trim()}\n");

    private static string Report(Summary summary)
    {
        var log = new AccumulationLogger();
        MarkdownExporter.GitHub.ExportToLog(summary, log);
        return log.GetLog();
    }

    private static string Machine()
    {
        var lines = HostEnvironmentInfo.GetCurrent().ToFormattedString();
        return $"```\n{string.Join('\n', lines)}\n```";
    }

    private static void WriteReadme(string table)
    {
        var path = Path.Combine(ShippedRulebook.Repository, "README.md");
        var text = File.ReadAllText(path);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new InvalidOperationException($"README.md has no '{Begin}' before '{End}'.");
        var written = new StringBuilder(text[..begin])
            .Append(Begin)
            .Append("\n\n")
            .Append(table.ReplaceLineEndings("\n").Trim())
            .Append("\n\n");
        File.WriteAllText(path, written.Append(text[end..]).ToString());
    }
}
