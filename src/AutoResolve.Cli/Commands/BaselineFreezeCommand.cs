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

/// <summary>Writes a baseline.</summary>
internal sealed class BaselineFreezeCommand(Terminal terminal) : ICliCommand
{
    private readonly FigureArguments _figures = new();
    private readonly Option<DateOnly> _from = Day("--from", "The first day.");
    private readonly Option<DateOnly> _to = Day("--to", "The last day.");
    private readonly Option<string> _out = new("--out")
    {
        Description = "The file to write.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "baseline.json",
    };
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "The rules, for the time zone and what past issues are of. Default: those that the journal keeps.",
        HelpName = "DIR",
    };
    private readonly Option<Dictionary<string, string>> _goals = GoalArguments.Create();
    private readonly Option<bool> _json = OutputArguments.Json("what the file holds");

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve baseline freeze --source journal.db --from 2026-07-01 --to 2026-09-30",
            "autoresolve baseline freeze --source tickets.csv --from 2025-07-01 --to 2025-12-31 --map map.json "
                + "--goal held=40 --goal people=50",
        ];

    public Command Create()
    {
        var command = new Command("freeze", "Counts the issues of a period by tier, type, team and channel, and keeps the counts.")
        {
            _from,
            _to,
            _rules,
            _out,
            _goals,
            _json,
        };
        _figures.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static Option<DateOnly> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DAY",
            Required = true,
            CustomParser = result =>
            {
                if (
                    !DateOnly.TryParseExact(
                        result.Tokens[0].Value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                )
                    result.AddError($"'{name}' is a day such as 2026-10-31; found '{SafeText.Start(result.Tokens[0].Value, 40)}'.");
                return day;
            },
        };

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (from, to) = (parsed.GetValue(_from), parsed.GetValue(_to));
        if (to < from)
            throw CommandFailure.Usage("'--to' is before '--from'.");
        if (from.Year < ReportingCalendar.FirstYear || to.Year > ReportingCalendar.LastYear)
            throw CommandFailure.Usage(
                $"'--from' and '--to' are days of the years {ReportingCalendar.FirstYear} to {ReportingCalendar.LastYear}."
            );
        var path = parsed.GetValue(_out)!;
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            throw CommandFailure.Usage($"'--out {SafeText.Start(path, 60)}' must end with .json.");
        OutputGuard.Check(path, _figures.Source(parsed).File, _figures.MapPath(parsed));
        var rulebook = parsed.GetValue(_rules) is { } folder
            ? RulebookLoader.Load(new RulebookSource(RulesFolder.Find(folder), new RulebookOptions()), terminal)
            : null;
        var after = new DateTimeOffset(to.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        if (CalendarBy(rulebook).Period.To > terminal.Time.GetUtcNow())
            throw CommandFailure.Usage("'--to' is not over yet; a baseline covers past days only.");
        var goals = GoalArguments.Read(parsed.GetValue(_goals)!);
        var (source, grace, filter) = (_figures.Source(parsed), _figures.Grace(parsed), _figures.Filter(parsed));
        var (all, _) = await source.ReadAsync(
            after,
            CalendarBy,
            grace,
            readsRules: !_figures.HasZone(parsed),
            rulebook,
            terminal,
            cancellationToken
        );
        var calendar = all.Calendar;
        var figures = all.Where(filter);
        if (figures.Cells.Count == 0 && all.Cells.Count > 0)
            throw CommandFailure.Environment(
                $"None of the "
                    + $"{Plural.Of((int)Math.Min(int.MaxValue, all.Cells.Sum(cell => cell.Counts.Issues)), "issue")} "
                    + $"of this time has "
                    + $"{string.Join(" and ", filter.Set.Select(entry => $"{entry.Name} '{SafeText.Start(entry.Value, 40)}'"))}, "
                    + $"so there is nothing to compare with."
            );
        if (figures.Cells.Count == 0)
            throw CommandFailure.Environment("No issues came in during this period, so there is nothing to compare with.");
        var input = new ReportInput
        {
            Figures = figures,
            Filter = filter,
            Grace = grace,
            Now = terminal.Time.GetUtcNow(),
            Source = source.Name,
            Goals = goals,
            MapsTiers = all.IsHistory && _figures.Map(parsed) is { MapsTiers: true },
        };
        var report = ReportBuilder.Build(
            string.Create(CultureInfo.InvariantCulture, $"Support issues, {from:yyyy-MM-dd} to {to:yyyy-MM-dd}"),
            input
        );
        var content = JsonReport.Write(report);
        BaselineFile.Check(content);
        ReportFiles.Write(path, content);
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(JsonReport.Document(report), terminal.Out);
        else
            terminal.Out.Line(
                $"{Plural.Of((int)Math.Min(int.MaxValue, figures.Cells.Sum(cell => cell.Counts.Issues)), "issue")} "
                    + $"of {Plural.Of((int)Math.Round(input.Length), "day")} in {path}"
            );
        if (input.Length < calendar.Length)
            terminal.Error.Line(
                $"{source.Name} has no issues of the other days, so the baseline covers {Day(input.KnownSince)} to "
                    + $"{Day(input.IsOver ? calendar.Period.To.AddTicks(-1) : input.LastKnown)}."
            );
        foreach (var remark in figures.Remarks)
            terminal.Error.Line(SafeText.Line(remark));
        if (!input.IsFinal)
            terminal.Error.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This baseline is not final: {figures.Cells.Sum(cell => cell.Counts.Pending)} answers are "
                        + $"pending. Freeze it again once {2 * grace} days have passed since its last day."
                )
            );
        return ExitCodes.Ok;

        string Day(DateTimeOffset time) =>
            TimeZoneInfo.ConvertTime(time, calendar.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        ReportingCalendar CalendarBy(Rulebook? known) => ReportingCalendar.OfPeriod(from, to.AddDays(1), _figures.Zone(parsed, known));
    }
}
