using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Insights.Figures;

namespace AutoResolve.Cli.Commands;

/// <summary>Writes a baseline.</summary>
internal sealed class BaselineFreezeCommand(Terminal terminal) : IVerb
{
    private readonly FigureArguments _figures = new();
    private readonly Option<DateOnly> _from = Day("--from", "The first day.");
    private readonly Option<DateOnly> _to = Day("--to", "The last day.");
    private readonly Option<string> _out = new("--out") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => "baseline.json" };

    public IReadOnlyList<string> Examples => ["autoresolve baseline freeze --journal journal.db --from 2026-07-01 --to 2026-09-30"];

    public Command Create()
    {
        var command = new Command("freeze", "Counts the issues of a time by tier, type, team and channel, and keeps them.") { _from, _to, _out };
        _figures.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DAY",
        Required = true,
        CustomParser = result =>
        {
            if (!DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                result.AddError($"'{name}' is a day such as 2026-10-31; found '{Printable.Start(result.Tokens[0].Value, 40)}'.");
            return day;
        },
    };

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (from, to) = (parsed.GetValue(_from), parsed.GetValue(_to));
        if (to < from || to == DateOnly.MaxValue)
            throw CommandFailure.Usage("'--to' lies before '--from'.");
        var zone = _figures.Zone(parsed);
        var period = ReportingPeriod.Of(from, to.AddDays(1), zone);
        var cells = await _figures.ReadAsync(parsed, period, terminal, cancellationToken);
        if (cells.Count == 0)
            throw CommandFailure.Environment("No issue came in this time, so there is nothing to compare with.");
        var path = parsed.GetValue(_out)!;
        ReportFiles.Write(path, new Baseline(period.From, period.To, zone.Id, _figures.Days(parsed), cells).Write());
        terminal.Out.Line($"{Plural.Of((int)Math.Min(int.MaxValue, cells.Sum(cell => cell.Issues)), "issue")} of {Plural.Of((int)Math.Round((period.To - period.From).TotalDays), "day")} in {path}");
        return ExitCodes.Ok;
    }
}
