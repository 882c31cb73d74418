using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures;
using AutoResolve.Insights.Figures.Reporting;

namespace AutoResolve.Cli.Commands;

/// <summary>Writes the report of a month.</summary>
internal sealed class ReportCommand(Terminal terminal) : ICliCommand
{
    private const int MaxTeams = 500;
    private readonly FigureArguments _figures = new();
    private readonly Option<string> _month = new("--month")
    {
        Description = "The month, such as 2026-10.",
        HelpName = "MONTH",
        Required = true,
    };
    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "The baseline to compare with, or an earlier report as JSON. Default: none.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "The rules, for known defects, causes, priorities and the time zone. Default: those that the journal keeps.",
        HelpName = "DIR",
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description =
            "The file to write: .html, .md, .csv (six tables below each other) or .json. A folder that ends with "
            + "a slash takes the six tables as files. Default, without --teams: Markdown to standard output.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _teams = new("--teams")
    {
        Description = "Write a page for each team into this folder, named by team and month, with nothing of the others.",
        HelpName = "DIR",
    };
    private readonly Option<Dictionary<string, string>> _minutes = FigureArguments.CreateMinutes();
    private readonly Option<bool> _json = OutputArguments.Json("the report as one JSON document");

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve report --month 2026-10 --source journal.db --baseline baseline.json --out report.html",
            "autoresolve report --month 2026-10 --source journal.db --only center=north --baseline baseline.json "
                + "--map map.json --out north.html",
            "autoresolve report --month 2026-10 --source tickets.csv --minutes 2=25 --minutes 3=90 --out october/",
        ];

    public Command Create()
    {
        var command = new Command("report", "Writes the figures of a month: by tier, type, team, language and rule, against a baseline.")
        {
            _month,
            _baseline,
            _rules,
            _out,
            _teams,
            _minutes,
            _json,
        };
        _figures.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var month = Month(parsed.GetValue(_month)!);
        var rulebook = parsed.GetValue(_rules) is { } folder
            ? RulebookLoader.Load(new RulebookSource(RulesFolder.Find(folder), new RulebookOptions()), terminal)
            : null;
        var (input, options) = (_figures.Input(parsed), _figures.Read(parsed, rulebook));
        if (options.StartOf(month) > terminal.Time.GetUtcNow())
            throw CommandFailure.Usage($"The month {parsed.GetValue(_month)} has not begun.");
        if (parsed.GetValue(_out) is { } path)
        {
            ReportForm.Check(path);
            OutputGuard.Check("--out", path, input.File, parsed.GetValue(_baseline), _figures.MapPath(parsed));
        }

        options = options with
        {
            Minutes = FigureArguments.Minutes(parsed.GetValue(_minutes)!),
            Baseline = parsed.GetValue(_baseline) is { } file ? BaselineFile.Read(file) : null,
        };
        var report = await input.CountAsync(
            source => Report.BuildAsync(source, month, options, terminal.Time, cancellationToken),
            terminal,
            cancellationToken
        );
        if (report.MissingNames is { } draft)
        {
            terminal.Out.Line(draft.ToString().TrimEnd());
            throw CommandFailure.Environment(SafeText.Line(draft.Message));
        }

        var written = await WriteAsync(parsed, report, cancellationToken);
        if (parsed.GetValue(_json))
            terminal.Out.Line((await ReportFiles.TextAsync(stream => report.WriteJsonAsync(stream, cancellationToken))).TrimEnd());
        else if (written.Count == 0)
            terminal.Out.Line((await ReportFiles.TextAsync(stream => report.WriteMarkdownAsync(stream, cancellationToken))).TrimEnd());
        else
            terminal.Out.Line(string.Join('\n', written));
        foreach (var remark in report.Remarks)
            terminal.Error.Line(SafeText.Line(remark));
        FigureArguments.TellEmptyFilter(report, await TeamsAsync(), terminal);
        return ExitCodes.Ok;

        // Only a name that nobody has is worth counting once more.
        async Task<IReadOnlyList<string>> TeamsAsync() =>
            report.Issues > 0 || options.Filter.Team is null
                ? []
                : (
                    await input.CountAsync(
                        source =>
                            Report.BuildAsync(
                                source,
                                month,
                                options with
                                {
                                    Filter = new FigureFilter(),
                                    Baseline = null,
                                },
                                terminal.Time,
                                cancellationToken
                            ),
                        terminal,
                        cancellationToken
                    )
                ).Teams;
    }

    private static DateOnly Month(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.Year is >= ReportOptions.FirstYear and <= ReportOptions.LastYear
            ? month
            : throw CommandFailure.Usage(
                $"'--month' is a year and a month such as 2026-10, of the years {ReportOptions.FirstYear} to "
                    + $"{ReportOptions.LastYear}; found '{SafeText.Start(text, 40)}'."
            );

    private async Task<List<string>> WriteAsync(ParseResult parsed, Report report, CancellationToken cancellationToken)
    {
        List<string> written = [];
        if (parsed.GetValue(_out) is { } path)
        {
            await ReportForm.WriteAsync(path, report, cancellationToken);
            written.Add($"{Plural.Of((int)Math.Min(int.MaxValue, report.Issues), "issue")} in {path}");
        }

        if (parsed.GetValue(_teams) is { } pages)
            written.Add($"{Plural.Of(await WriteTeamsAsync(pages, report, cancellationToken), "page")} in {pages}");
        return written;
    }

    private static async Task<int> WriteTeamsAsync(string folder, Report report, CancellationToken cancellationToken)
    {
        var teams = report.Teams;
        if (teams.Count > MaxTeams)
            throw CommandFailure.Environment(
                $"There are {teams.Count} teams, and pages are written for up to {MaxTeams}. Say which column "
                    + $"holds the team with --column team=NAME."
            );
        foreach (var team in teams)
            await ReportForm.WriteAsync(Path.Combine(folder, report.PageName(team)), report.OfTeam(team), cancellationToken);
        return teams.Count;
    }
}
