using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Costs;
using AutoResolve.Sources;

namespace AutoResolve.Cli.Commands;

/// <summary>Measures what a rulebook costs on a team's own texts.</summary>
internal sealed class BenchCommand(Terminal terminal) : ICliCommand
{
    private const int MaxSeconds = 3_600;
    private const double MillisecondsOfTurn = 40;

    private readonly RulebookArguments _rulebook = new();
    private readonly ReadingArguments _reading = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string> _issues = new("--issues")
    {
        Description = "The issues to measure with, in any form that 'resolve' reads; '-' reads standard input.",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<int> _seconds = new("--seconds")
    {
        Description = "About how long to look for the rules that cost most. Fewer than 20 measure less surely.",
        HelpName = "N",
        DefaultValueFactory = _ => (int)new CostOptions().MaxSearch.TotalSeconds,
    };

    public IReadOnlyList<string> Examples =>
        ["autoresolve bench --issues tickets.csv", "autoresolve bench --rules rules --issues issues.jsonl --seconds 20 --json"];

    public Command Create()
    {
        _seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > MaxSeconds)
                result.AddError($"'--seconds' is a number from 1 to {MaxSeconds}.");
        });
        var command = new Command("bench", "Measures what the rules cost on issues of yours, and which rules and lists cost most.")
        {
            _issues,
            _seconds,
            _json,
        };
        _reading.AddTo(command);
        _rulebook.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = _rulebook.Read(parsed) with { Terms = new RulebookPurpose { KeepFiles = true } };
        var (issues, bad) = Read(parsed);
        var rules = new RuleFileSet(RulebookLoader.Load(source, terminal).Files);
        var seconds = parsed.GetValue(_seconds);
        var report = await RulebookCosts.MeasureAsync(
            rules,
            issues,
            source.Options,
            new CostOptions
            {
                Turn = TimeSpan.FromMilliseconds(Math.Min(MillisecondsOfTurn, 2 * seconds)),
                MaxSearch = TimeSpan.FromSeconds(seconds),
            },
            terminal.Time,
            cancellationToken
        );
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(CostJson.Of(report), terminal.Out);
        else
            CostText.Write(report, terminal.Out);
        return bad == 0 ? ExitCodes.Ok : ExitCodes.Findings;
    }

    private (List<Issue> Issues, int Bad) Read(ParseResult parsed)
    {
        using var input = InputArguments.Open(parsed.GetValue(_issues)!, _reading.Read(parsed), terminal);
        List<Issue> issues = [];
        var bad = 0;
        foreach (var line in input.Read())
        {
            if (line.Issue is { } issue)
                issues.Add(issue);
            else
                bad++;
        }

        if (bad > 0)
            terminal.Error.Line($"autoresolve: {Plural.Of(bad, "issue")} of {input.Name} could not be read; 'resolve' says why.");
        return issues.Count > 0 ? (issues, bad) : throw CommandFailure.Usage($"There is no issue in {input.Name} to measure with.");
    }
}
