using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Inputs;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Backtesting;
using AutoResolve.Insights.Measuring;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace AutoResolve.Cli.Commands;

/// <summary>Runs a rulebook over past issues.</summary>
internal sealed class BacktestCommand(Terminal terminal) : ICliCommand
{
    private const int MaxShown = 30;
    private readonly RulebookArguments _rulebook = new();
    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "The column of types or resolution codes. Default: label or type.",
        HelpName = "COLUMN",
    };
    private readonly Option<bool> _onTrial = new("--on-trial") { Description = "Let drafts and rules on trial act too." };
    private readonly Option<bool> _misses = new("--misses") { Description = "Also group the issues that missed a rule by one condition." };
    private readonly Option<string?> _junit = new("--junit")
    {
        Description = "Also write the results as JUnit XML: a case for each rule.",
        HelpName = "FILE",
    };
    private readonly Option<double?> _failUnder = new("--fail-under")
    {
        Description = "Exit code 1 where fewer of the decided issues agree with people; with --junit also a failure for each such rule.",
        HelpName = "PERCENT",
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve backtest --history tickets.csv --labels resolution_code",
            "autoresolve backtest --rules rules/candidates --on-trial --history tickets.jsonl --misses",
            "autoresolve backtest --history tickets.csv --fail-under 95 --junit artifacts/backtest.xml",
            "autoresolve backtest --rules rules --journal journal.db",
        ];

    public Command Create()
    {
        var command = new Command("backtest", "Says what the rules would have done with past issues, and how often people did the same.")
        {
            _labels,
            _onTrial,
            _misses,
            _junit,
            _failUnder,
            _json,
        };
        _history.AddTo(command);
        _rulebook.AddTo(command);
        command.SetAction((parsed, cancellation) => HistoryArguments.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var rules = _rulebook.Read(parsed) with { Terms = new RulebookPurpose { OnTrial = parsed.GetValue(_onTrial) } };
        var rulebook = RulebookLoader.Load(rules, terminal);
        if (parsed.GetValue(_junit) is { } path)
            OutputGuard.Check("--junit", path, [.. _history.Files(parsed), .. RulesFolder.Files(rules.Folder)]);
        await using var source = _history.Open(parsed, terminal, rulebook, parsed.GetValue(_labels));
        var report = await source.WithProgressAsync(
            "Backtesting",
            terminal,
            past => Backtest.RunAsync(rulebook, past, parsed.GetValue(_misses), cancellationToken),
            cancellationToken
        );
        var least = parsed.GetValue(_failUnder) / 100;
        if (parsed.GetValue(_junit) is { } file)
            BacktestJUnit.Write(report, least, file);
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(source.AddGaps(Json(report, source.Problems.Count)), terminal.Out);
        else
            Print(report, source);
        if (least is { } floor && !(report.Agreement.Value >= floor))
        {
            terminal.Error.Line(
                $"autoresolve: {Text(report.Agreement)} of the decided issues agree with people, fewer than {Percent(floor)}."
            );
            return ExitCodes.Findings;
        }

        return ExitCodes.Ok;
    }

    private void Print(BacktestReport report, PastIssueSource source)
    {
        var screen = terminal.Out;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("rule", "decides", "agrees with people", "reopened");
        foreach (var rule in report.Rules.Take(MaxShown))
            table.AddRow(
                Markup.Escape(SafeText.Line(rule.Rule.Id)),
                rule.Decided.ToString(CultureInfo.InvariantCulture),
                Text(rule.Agreement),
                Text(rule.Reopened)
            );
        screen.Render(table);
        if (report.Rules.Count > MaxShown)
            screen.Line($"and {Plural.Of(report.Rules.Count - MaxShown, "more rule")}");
        screen.Line();
        screen.Line($"decided    {Text(report.Coverage)}");
        if (report.Then.Of > 0)
            screen.Line($"then       {Text(report.Then)} were decided by the rules in force then");
        if (report.Agreement.Of > 0)
            screen.Line($"agreement  {Text(report.Agreement)}");
        foreach (var (precision, coverage, priority) in report.Curve)
        {
            if (coverage is { } share)
                screen.Line($"at {precision * 100:0} %    {Text(share)} decided, by rules of priority {priority} and higher");
        }

        if (source.Problems.Count is > 0 and var unreadable)
            screen.Line($"{Plural.Of(unreadable, "record")} could not be read, or only in part");
        source.TellReading(screen);
        source.TellGaps(screen);
        if (report.Misses.Count == 0)
            return;
        screen.Line();
        screen.Line("Near misses of issues that nothing decided:");
        foreach (var miss in report.Misses)
        {
            var word = miss.Says is { } said ? $"; {miss.Saying} of them say \"{SafeText.Line(said)}\"" : "";
            screen.Line($"  {Plural.Of(miss.Issues, "issue")} matched all of {miss.RuleId} except {SafeText.Start(miss.Failed, 80)}{word}");
        }
    }

    private static JObject Json(BacktestReport report, int unreadable) =>
        new()
        {
            ["issues"] = report.Issues,
            ["unreadable"] = unreadable,
            ["coverage"] = ShareJson.Of(report.Coverage),
            ["then"] = ShareJson.Of(report.Then),
            ["agreement"] = ShareJson.Of(report.Agreement),
            ["curve"] = new JArray(
                report.Curve.Select(cut => new JObject
                {
                    ["precision"] = cut.Precision,
                    ["coverage"] = cut.Coverage is { } share ? ShareJson.Of(share) : null,
                    ["leastPriority"] = cut.MinPriority,
                })
            ),
            ["rules"] = new JArray(
                report.Rules.Select(rule => new JObject
                {
                    ["rule"] = rule.Rule.Id,
                    ["type"] = rule.Rule.Type,
                    ["decided"] = rule.Decided,
                    ["agreement"] = ShareJson.Of(rule.Agreement),
                    ["reopened"] = ShareJson.Of(rule.Reopened),
                })
            ),
            ["misses"] = new JArray(
                report.Misses.Select(miss => new JObject
                {
                    ["rule"] = miss.RuleId,
                    ["failed"] = miss.Failed,
                    ["issues"] = miss.Issues,
                    ["says"] = miss.Says,
                    ["saying"] = miss.Saying,
                })
            ),
        };

    private static string Text(Proportion share) =>
        share.Of == 0 ? "" : $"{share.Hits} of {share.Of} ({Percent(share.Value)}; {Percent(share.Lower)} to {Percent(share.Upper)})";

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
