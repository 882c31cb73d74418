using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;

namespace AutoResolve.Cli.Commands;

/// <summary>Writes the report of a month.</summary>
internal sealed class ReportCommand(Terminal terminal) : IVerb
{
    private const int LargestBaseline = 64 * 1024 * 1024;
    private readonly FigureArguments _figures = new();
    private readonly Option<string> _month = new("--month") { Description = "The month, such as 2026-10.", HelpName = "MONTH", Required = true };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "The baseline to compare with. Default: none.", HelpName = "FILE" };
    private readonly Option<string?> _rules = new("--rules") { Description = "The rules, for known defects and causes. Default: none.", HelpName = "DIR" };
    private readonly Option<string> _out = new("--out") { Description = "The file to write: .html, .md, .csv or .json. A folder that ends with a slash takes six tables for spreadsheets.", HelpName = "FILE", Required = true };

    public IReadOnlyList<string> Examples =>
    [
        "autoresolve report --month 2026-10 --journal journal.db --baseline baseline.json --rules rules --out report.html",
        "autoresolve report --month 2026-10 --journal journal.db --team identity --out identity.html",
        "autoresolve report --month 2026-10 --history tickets.csv --out october/",
    ];

    public Command Create()
    {
        var command = new Command("report", "Writes the figures of a month: by tier, type, team and rule, against a baseline.") { _month, _baseline, _rules, _out };
        _figures.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var month = parsed.GetValue(_month)!;
        var zone = _figures.Zone(parsed);
        if (!ReportingPeriod.TryMonth(month, zone, out var period))
            throw CommandFailure.Usage($"'--month' is a year and a month such as 2026-10; found '{Printable.Start(month, 40)}'.");
        var path = parsed.GetValue(_out)!;
        var form = Path.EndsInDirectorySeparator(path) ? "" : Path.GetExtension(path).ToLowerInvariant();
        if (form is not ("" or ".html" or ".md" or ".csv" or ".json") || (form.Length == 0 && !Path.EndsInDirectorySeparator(path)))
            throw CommandFailure.Usage($"'--out {Printable.Start(path, 60)}' must end with .html, .md, .csv or .json, or with a slash for a folder of tables.");
        var baseline = parsed.GetValue(_baseline) is { } file ? ReadBaseline(file) : null;
        var rulebook = parsed.GetValue(_rules) is { } folder ? RulebookLoader.Load(new RulebookSource(RulesFolder.Find(folder), new RulebookOptions()), terminal) : null;
        var cells = await _figures.ReadAsync(parsed, period, terminal, cancellationToken);
        if (form.Length == 0)
        {
            foreach (var (name, rows) in SixTabs.Of(cells))
                ReportFiles.Write(Path.Combine(path, $"{name}.csv"), CsvReport.Write(rows));
        }
        else
        {
            ReportFiles.Write(path, Content(form, cells, Build(parsed, month, zone, period, cells, baseline, rulebook), period, zone, _figures.Days(parsed)));
        }

        terminal.Out.Line($"{Plural.Of((int)Math.Min(int.MaxValue, cells.Sum(cell => cell.Issues)), "issue")} in {path}");
        return ExitCodes.Ok;
    }

    private Report Build(ParseResult parsed, string month, TimeZoneInfo zone, ReportingPeriod period, IReadOnlyList<FigureCell> cells, Baseline? baseline, Rulebook? rulebook)
    {
        var filter = _figures.Filter(parsed);
        List<string> about = [$"Source: {_figures.Source(parsed)}", $"Time zone: {zone.Id}"];
        (string Name, string? Value)[] filters = [("Type", filter.Type), ("Team", filter.Team), ("Channel", filter.Channel), ("Product", filter.Product)];
        about.AddRange(filters.Where(entry => entry.Value is not null).Select(entry => $"{entry.Name}: {entry.Value}"));
        if (baseline is not null)
            about.Add(string.Create(CultureInfo.InvariantCulture, $"Baseline: {baseline.Length:0} days from {TimeZoneInfo.ConvertTime(baseline.From, zone):yyyy-MM-dd}"));
        var rules = rulebook?.Sets.SelectMany(set => set.Rules).ToList() ?? [];
        return new ReportBuilder(cells, (period.To - period.From).TotalDays, _figures.Days(parsed), baseline, rules).Build($"Support issues, {month}", about);
    }

    private static string Content(string form, IReadOnlyList<FigureCell> cells, Report report, ReportingPeriod period, TimeZoneInfo zone, int days) => form switch
    {
        ".html" => HtmlReport.Write(report),
        ".md" => MarkdownReport.Write(report),
        ".json" => new Baseline(period.From, period.To, zone.Id, days, cells).Write(),
        _ => CsvReport.Write(report.Sections.SelectMany(section => section.Rows.Select(row => (IReadOnlyList<string>)[section.Title, .. row]).Prepend([section.Title, .. section.Columns]))),
    };

    private static Baseline ReadBaseline(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestBaseline)
                throw CommandFailure.Environment($"'{path}' is larger than any baseline.");
            return Baseline.Read(File.ReadAllText(path)) ?? throw CommandFailure.Environment($"'{path}' is no baseline. Write one with: autoresolve baseline freeze");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.Refused("read", path, exception);
        }
    }
}
