using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Health;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Looks for dead, masked and weak rules.</summary>
internal sealed class HealthCommand(Terminal terminal) : ICliCommand
{
    /// <summary>A rule that is evaluated for one of so many issues costs what is worth a look.</summary>
    private const int ManyOf = 10;
    private const int MaxCostly = 10;
    private readonly RulebookArguments _rulebook = new();
    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<bool> _onTrial = new("--on-trial") { Description = "Let drafts and rules on trial act too." };

    public IReadOnlyList<string> Examples => ["autoresolve health --history tickets.csv", "autoresolve health --journal journal.db"];

    public Command Create()
    {
        var command = new Command("health", "Looks on past issues for rules that never match, never win, overlap, or depend on one word.")
        {
            _onTrial,
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
        await using var source = _history.Open(parsed, terminal, rulebook);
        var report = await source.WithProgressAsync(
            "Looking",
            terminal,
            past => HealthCheckup.RunAsync(rulebook, past, cancellationToken),
            cancellationToken
        );
        if (parsed.GetValue(_json))
        {
            JsonOutput.WriteDocument(source.AddGaps(Json(report)), terminal.Out);
            return ExitCodes.Ok;
        }

        Print(report);
        source.TellReading(terminal.Out);
        source.TellGaps(terminal.Out);
        return ExitCodes.Ok;
    }

    private void Print(HealthReport report)
    {
        var screen = terminal.Out;
        screen.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Issues} issues, {report.Rules.Count} rules, {report.Evaluated:0.0} rules evaluated per issue on average"
            )
        );
        Block("Never match", report.Rules.Where(rule => rule.IsDead).Select(rule => rule.Rule.Id));
        Block(
            "Match, but never win",
            report
                .Rules.Where(rule => rule.IsMasked)
                .Select(rule => $"{rule.Rule.Id}: {Plural.Of(rule.Matches, "match", "matches")}; {rule.MaskedBy} wins {rule.Masked}")
        );
        Block(
            "Depend on one word",
            report
                .Rules.Where(rule => rule.RestsOnOneWord)
                .Select(rule => $"{rule.Rule.Id}: {rule.OnOneWord} of {rule.Wins} on \"{SafeText.Line(rule.OneWord!)}\"")
        );
        Block(
            "Evaluated most often",
            report
                .Rules.Where(rule => rule.Evaluated * ManyOf > report.Issues)
                .OrderByDescending(rule => rule.Evaluated)
                .Take(MaxCostly)
                .Select(rule =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{rule.Rule.Id}: for {100.0 * rule.Evaluated / report.Issues:0.0} % of issues; it "
                            + $"matches {100.0 * rule.Matches / report.Issues:0.0} %"
                    )
                )
        );
        Block(
            "Match the same issues",
            report.Overlaps.Select(pair => $"{pair.First} and {pair.Second}: {Plural.Of(pair.Issues, "issue")}")
        );

        void Block(string title, IEnumerable<string> lines)
        {
            var all = lines.ToList();
            if (all.Count == 0)
                return;
            screen.Line();
            screen.Line($"{title} ({all.Count}):");
            foreach (var line in all)
                screen.Line($"  {line}");
        }
    }

    private static JObject Json(HealthReport report) =>
        new()
        {
            ["issues"] = report.Issues,
            ["evaluatedPerIssue"] = Math.Round(report.Evaluated, 2),
            ["rules"] = new JArray(
                report.Rules.Select(rule => new JObject
                {
                    ["rule"] = rule.Rule.Id,
                    ["evaluated"] = rule.Evaluated,
                    ["matches"] = rule.Matches,
                    ["wins"] = rule.Wins,
                    ["dead"] = rule.IsDead,
                    ["maskedBy"] = rule.IsMasked ? rule.MaskedBy : null,
                    ["oneWord"] = rule.RestsOnOneWord ? rule.OneWord : null,
                })
            ),
            ["overlaps"] = new JArray(
                report.Overlaps.Select(pair => new JObject
                {
                    ["first"] = pair.First,
                    ["second"] = pair.Second,
                    ["issues"] = pair.Issues,
                })
            ),
        };
}
