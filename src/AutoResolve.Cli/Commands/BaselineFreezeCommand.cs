using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Figures;

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
        if (from.Year < ReportOptions.FirstYear || to.Year > ReportOptions.LastYear)
            throw CommandFailure.Usage($"'--from' and '--to' are days of the years {ReportOptions.FirstYear} to {ReportOptions.LastYear}.");
        var path = parsed.GetValue(_out)!;
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            throw CommandFailure.Usage($"'--out {SafeText.Start(path, 60)}' must end with .json.");
        var input = _figures.Input(parsed);
        OutputGuard.Check("--out", path, input.File, _figures.MapPath(parsed));
        var rulebook = parsed.GetValue(_rules) is { } folder
            ? RulebookLoader.Load(new RulebookSource(RulesFolder.Find(folder), new RulebookOptions()), terminal)
            : null;
        var options = _figures.Read(parsed, rulebook);
        if (options.StartOf(to.AddDays(1)) > terminal.Time.GetUtcNow())
            throw CommandFailure.Usage("'--to' is not over yet; a baseline covers past days only.");
        options = options with { Goals = GoalArguments.Read(parsed.GetValue(_goals)!) };
        var report = await input.CountAsync(
            source => Baseline.FreezeAsync(source, from, to, options, terminal.Time, cancellationToken),
            terminal,
            cancellationToken
        );
        await ReportForm.WriteAsync(path, report, cancellationToken);
        if (parsed.GetValue(_json))
            terminal.Out.Line((await ReportFiles.TextAsync(stream => report.WriteJsonAsync(stream, cancellationToken))).TrimEnd());
        else
            terminal.Out.Line(
                $"{Plural.Of((int)Math.Min(int.MaxValue, report.Issues), "issue")} "
                    + $"of {Plural.Of((int)Math.Round(report.Days), "day")} in {path}"
            );
        if (!report.IsWhole)
            terminal.Error.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{input.Name} has no issues of the other days, so the baseline covers {report.FirstDay:yyyy-MM-dd} to "
                        + $"{report.LastDay:yyyy-MM-dd}."
                )
            );
        foreach (var remark in report.Remarks)
            terminal.Error.Line(SafeText.Line(remark));
        if (!report.IsFinal)
            terminal.Error.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This baseline is not final: {report.Pending} answers are "
                        + $"pending. Freeze it again once {2 * options.Grace} days have passed since its last day."
                )
            );
        return ExitCodes.Ok;
    }
}
