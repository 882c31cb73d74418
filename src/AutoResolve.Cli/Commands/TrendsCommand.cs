using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Json;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Insights.Backtesting;
using AutoResolve.Insights.History;
using AutoResolve.Insights.Measuring;
using AutoResolve.Insights.Mining;
using AutoResolve.Insights.Trends;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace AutoResolve.Cli.Commands;

/// <summary>Says which types of issues come more often than before.</summary>
internal sealed class TrendsCommand(Terminal terminal) : IVerb
{
    private const int UsualReports = 5;
    private const int UsualReportsADay = 10;
    private const int UsualDays = 30;
    private const int FewestForTopics = 40;
    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _labels = new("--labels") { Description = "The column of types. Default: label or type; issues without one go by the rule that matches.", HelpName = "COLUMN" };
    private readonly Option<string?> _rules = new("--rules") { Description = "The rules: their desk says what a trend is, and issues that none resolves are grouped. Default: none.", HelpName = "DIR" };
    private readonly Option<int?> _days = new("--days") { Description = "The last so many days are compared with the time before. Default: as the desk says, else 30.", HelpName = "DAYS" };

    public IReadOnlyList<string> Examples => ["autoresolve trends --history tickets.csv", "autoresolve trends --history tickets.jsonl --rules rules --days 7"];

    public Command Create()
    {
        var command = new Command("trends", "Says which types of issues come more often than before, by a test that chance does not pass, and which have no rule yet.") { _labels, _rules, _days, _json };
        _history.AddTo(command);
        _days.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(int.TryParse(text, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3650))
                result.AddError($"'--days' is a whole number from 1 to 3650; found '{text}'.");
        });
        command.SetAction((parsed, cancellation) => Task.Run(() => HistoryArguments.Guard(() => Run(parsed, cancellation)), cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var rulebook = parsed.GetValue(_rules) is { } folder ? RulebookLoader.Load(new RulebookSource(RulesFolder.Find(folder), new RulebookOptions()), terminal) : null;
        var typed = new List<(PastIssue, string, bool, bool)>();
        var others = new List<PastIssue>();
        foreach (var issue in _history.Open(parsed, parsed.GetValue(_labels)).Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var resolution = rulebook is null ? null : Trial.Resolve(rulebook, Backtest.ToIssue(issue));
            var isResolved = resolution is { Outcome: not Outcome.Escalated };
            if ((issue.Label ?? (isResolved ? resolution!.Type : null)) is { } type)
                typed.Add((issue, type, false, isResolved));
            if (!isResolved && (rulebook is not null || issue.Label is null))
                others.Add(issue);
        }

        if (others.Count >= FewestForTopics)
            typed.AddRange(new TopicFinder(new MiningOptions()).Label(others, cancellationToken).Select(issue => (issue, issue.Label!, true, false)));
        var trend = rulebook?.Desk?.Trend;
        var period = parsed.GetValue(_days) is { } days ? TimeSpan.FromDays(days) : trend?.Within ?? TimeSpan.FromDays(UsualDays);
        var rises = new TrendFinder(period, trend?.Reports ?? UsualReports, UsualReportsADay, rulebook?.Desk).Find(typed);
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(Json(period, rises), terminal.Out);
        else
            Print(period, rises);
        return ExitCodes.Ok;
    }

    private void Print(TimeSpan period, IReadOnlyList<Rise> rises)
    {
        if (rises.Count == 0)
        {
            terminal.Out.Line($"Nothing rises: no type came more often in the last {period.TotalDays:0} days than chance explains.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("type", $"last {period.TotalDays:0} days", "expected", "most a day", "by chance", "priority");
        foreach (var rise in rises)
        {
            table.AddRow(
                Markup.Escape(Printable.Start(rise.Type, 50) + (rise.IsTopic ? " (no rule)" : "")),
                rise.Lately.ToString(CultureInfo.InvariantCulture),
                rise.Expected.ToString("0.0", CultureInfo.InvariantCulture),
                rise.MostADay.ToString(CultureInfo.InvariantCulture),
                rise.P < 0.0001 ? "< 0.0001" : rise.P.ToString("0.0000", CultureInfo.InvariantCulture),
                Markup.Escape(rise.Priority ?? ""));
        }

        terminal.Out.Render(table);
    }

    private static JObject Json(TimeSpan period, IReadOnlyList<Rise> rises) => new()
    {
        ["days"] = period.TotalDays,
        ["rises"] = new JArray(rises.Select(rise => new JObject
        {
            ["type"] = rise.Type,
            ["withoutRule"] = rise.IsTopic,
            ["lately"] = rise.Lately,
            ["expected"] = Math.Round(rise.Expected, 2),
            ["mostADay"] = rise.MostADay,
            ["p"] = rise.P,
            ["priority"] = rise.Priority,
        })),
    };
}
