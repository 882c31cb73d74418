using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Figures;
using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Json;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
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
        var command = new Command("report", "Writes the figures of a month: by tier, type, team and rule, against a baseline.")
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
        var month = parsed.GetValue(_month)!;
        var inUtc = ReportingCalendar.OfMonth(month, TimeZoneInfo.Utc)
            ?? throw CommandFailure.Usage(
                $"'--month' is a year and a month such as 2026-10, of the years {ReportingCalendar.FirstYear} to "
                    + $"{ReportingCalendar.LastYear}; found '{SafeText.Start(month, 40)}'."
            );
        var rulebook = parsed.GetValue(_rules) is { } folder
            ? RulebookLoader.Load(new RulebookSource(RulesFolder.Find(folder), new RulebookOptions()), terminal)
            : null;
        if (ReportingCalendar.OfMonth(month, _figures.Zone(parsed, rulebook))!.Period.From > terminal.Time.GetUtcNow())
            throw CommandFailure.Usage($"The month {month} has not begun.");
        if (parsed.GetValue(_out) is { } path)
        {
            ReportForm.Check(path);
            OutputGuard.Check(path, _figures.Source(parsed).File, parsed.GetValue(_baseline), _figures.MapPath(parsed));
        }

        var input = await ReadAsync(parsed, month, inUtc.Period.To, rulebook, cancellationToken);
        var calendar = input.Figures.Calendar;
        MapFile.Check(input, _figures.Map(parsed), terminal);
        var report = ReportBuilder.Build(Title(calendar, input.Filter.Team), input);
        var written = Write(parsed, report);
        if (parsed.GetValue(_teams) is { } pages)
            written.Add($"{Plural.Of(WriteTeams(pages, calendar, input), "page")} in {pages}");
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(JsonReport.Document(report), terminal.Out);
        else if (written.Count == 0)
            terminal.Out.Line(MarkdownReport.Write(report).TrimEnd());
        else
            terminal.Out.Line(string.Join('\n', written));
        foreach (var remark in input.Figures.Remarks)
            terminal.Error.Line(SafeText.Line(remark));
        FigureArguments.TellEmptyFilter(input, terminal);
        return ExitCodes.Ok;
    }

    private async Task<ReportInput> ReadAsync(
        ParseResult parsed,
        string month,
        DateTimeOffset before,
        Rulebook? rulebook,
        CancellationToken cancellationToken
    )
    {
        var (filter, grace, source, map) = (_figures.Filter(parsed), _figures.Grace(parsed), _figures.Source(parsed), _figures.Map(parsed));
        var minutes = FigureArguments.Minutes(parsed.GetValue(_minutes)!);
        var baseline = parsed.GetValue(_baseline) is { } file ? BaselineFile.Read(file, filter, grace, map) : null;
        var (figures, rules) = await source.ReadAsync(
            before,
            known => ReportingCalendar.OfMonth(month, _figures.Zone(parsed, known))!,
            grace,
            readsRules: true,
            rulebook,
            terminal,
            cancellationToken
        );
        var calendar = figures.Calendar;
        if (figures.KnownUntil <= calendar.Period.From)
            throw CommandFailure.Environment($"{source.Name} ends before this month, so nothing is known of it.");
        if (figures.KnownSince >= calendar.Period.To)
            throw CommandFailure.Environment($"{source.Name} begins after this month, so nothing is known of it.");
        return new ReportInput
        {
            Figures = figures.Where(filter),
            Filter = filter,
            Baseline = baseline,
            MapsTiers = figures.IsHistory && map is { MapsTiers: true },
            Grace = grace,
            Now = terminal.Time.GetUtcNow(),
            Source = source.Name,
            DecidingRules = figures
                .Cells.Concat(figures.Superseded)
                .Select(cell => cell.Key.Rule)
                .OfType<string>()
                .ToHashSet(StringComparer.Ordinal),
            Rules = rules?.Rules.Select(rule => rules.Find(rule.Id)!).ToList(),
            Desk = rules?.Desk,
            Handling = new HandleTime(minutes, figures.Where(filter).Cells, baseline?.Cells ?? []),
        };
    }

    private List<string> Write(ParseResult parsed, Report report)
    {
        if (parsed.GetValue(_out) is not { } path)
            return [];
        ReportForm.Write(path, report);
        return [$"{Plural.Of((int)Math.Min(int.MaxValue, report.Input.Figures.Cells.Sum(cell => cell.Counts.Issues)), "issue")} in {path}"];
    }

    private static int WriteTeams(string folder, ReportingCalendar calendar, ReportInput input)
    {
        var teams = input
            .Figures.Cells.Concat(input.Baseline?.Cells ?? [])
            .Select(cell => cell.Key.Team)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (teams.Count > MaxTeams)
            throw CommandFailure.Environment(
                $"There are {teams.Count} teams, and pages are written for up to {MaxTeams}. Say which column "
                    + $"holds the team with --column team=NAME."
            );
        foreach (var team in teams)
            ReportForm.Write(
                Path.Combine(folder, TeamPage.Name(team, calendar)),
                ReportBuilder.Build(Title(calendar, team), input.OfTeam(team))
            );
        return teams.Count;
    }

    private static string Title(ReportingCalendar calendar, string? team) =>
        $"Support issues{(team is null ? "" : $" of {team}")}, {calendar.Days[0].ToString("MMMM yyyy", CultureInfo.InvariantCulture)}";
}
