using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Trends;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace AutoResolve.Cli.Commands;

/// <summary>Says which types of issues come more often than before.</summary>
internal sealed class TrendsCommand(Terminal terminal) : ICliCommand
{
    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "The column of types. Default: label or type; issues without one go by the rule that matches.",
        HelpName = "COLUMN",
    };
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "The rules: their desk says what a trend is, and issues that none resolves are grouped. Default: none.",
        HelpName = "DIR",
    };
    private readonly Option<int?> _days = new("--days")
    {
        Description = "How many days are compared with the time before them. Default: as the desk says, otherwise 30.",
        HelpName = "DAYS",
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve trends --history tickets.csv",
            "autoresolve trends --history tickets.jsonl --rules rules --days 7",
            "autoresolve trends --journal journal.db --days 7",
        ];

    public Command Create()
    {
        var command = new Command(
            "trends",
            "Says which types of issues come more often than before, beyond what chance explains, and which have no rule yet."
        )
        {
            _labels,
            _rules,
            _days,
            _json,
        };
        _history.AddTo(command);
        _days.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && !(int.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650)
            )
                result.AddError($"'--days' is a whole number from 1 to 3650; found '{text}'.");
        });
        command.SetAction((parsed, cancellation) => HistoryArguments.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var rulebook = parsed.GetValue(_rules) is { } folder
            ? RulebookLoader.Load(new RulebookSource(RulesFolder.Find(folder), new RulebookOptions()), terminal)
            : null;
        await using var source = _history.Open(parsed, terminal, rulebook, parsed.GetValue(_labels));
        var options = new TrendOptions
        {
            Rulebook = rulebook,
            Period = parsed.GetValue(_days) is { } days ? TimeSpan.FromDays(days) : null,
        };
        var report = await TrendFinder.FindAsync(source.ReadAsync(cancellationToken), options, cancellationToken);
        if (parsed.GetValue(_json))
        {
            JsonOutput.WriteDocument(source.AddGaps(Json(report)), terminal.Out);
            return ExitCodes.Ok;
        }

        Print(report);
        source.TellGaps(terminal.Out);
        return ExitCodes.Ok;
    }

    private void Print(TrendReport report)
    {
        if (report.Rises.Count == 0)
        {
            terminal.Out.Line(
                $"Nothing rises: no type came in more often in the last {report.Period.TotalDays:0} days than chance would explain."
            );
            return;
        }

        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("type", $"last {report.Period.TotalDays:0} days", "expected", "most in a day", "by chance", "priority");
        foreach (var rise in report.Rises)
        {
            table.AddRow(
                Markup.Escape(SafeText.Start(rise.Type, 50) + (rise.IsTopic ? " (no rule)" : "")),
                rise.Lately.ToString(CultureInfo.InvariantCulture),
                rise.Expected.ToString("0.0", CultureInfo.InvariantCulture),
                rise.MaxADay.ToString(CultureInfo.InvariantCulture),
                rise.P < 0.0001 ? "< 0.0001" : rise.P.ToString("0.0000", CultureInfo.InvariantCulture),
                Markup.Escape(rise.Priority ?? "")
            );
        }

        terminal.Out.Render(table);
    }

    private static JObject Json(TrendReport report) =>
        new()
        {
            ["days"] = report.Period.TotalDays,
            ["rises"] = new JArray(
                report.Rises.Select(rise => new JObject
                {
                    ["type"] = rise.Type,
                    ["withoutRule"] = rise.IsTopic,
                    ["lately"] = rise.Lately,
                    ["expected"] = Math.Round(rise.Expected, 2),
                    ["mostADay"] = rise.MaxADay,
                    ["p"] = rise.P,
                    ["priority"] = rise.Priority,
                })
            ),
        };
}
