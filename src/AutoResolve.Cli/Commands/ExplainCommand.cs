using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Says why, and why not.</summary>
internal sealed class ExplainCommand(Terminal terminal) : ICliCommand
{
    private readonly RulebookArguments _rulebook = new();
    private readonly InputArguments _input = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _rule = new("--rule")
    {
        Description = "Show this rule's conditions, and what else stops it, even where it does not match.",
        HelpName = "RULE-ID",
    };
    private readonly Option<string?> _id = new("--id")
    {
        Description = "The issue of FILE with this id. Default: the first.",
        HelpName = "ISSUE-ID",
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve explain --text \"it signs me out right away, error 002\"",
            "autoresolve explain --text \"error 005\" --rule sign-in.clock-wrong",
            "autoresolve explain issues.jsonl --id 1017",
        ];

    public Command Create()
    {
        var command = new Command(
            "explain",
            "Says why an issue is decided as it is: the winner and its conditions, who lost and by what, who nearly matched."
        )
        {
            _rule,
            _id,
            _json,
        };
        _input.AddTo(command);
        _rulebook.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = _rulebook.Read(parsed);
        var issue = _input.ReadIssue(parsed) ?? Pick(parsed);
        var rulebook = RulebookLoader.Load(source, terminal);
        var reference = parsed.GetValue(_rule) is { } id ? RuleFinder.Require(rulebook, id) : null;
        var given = _input.ReadFacts(parsed);
        using var decider = new IssueDecider(rulebook, source.Options, given, terminal.Time);
        var explanation = await decider.ExplainAsync(issue, cancellationToken);
        var facts = given.ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal);
        var winner = explanation.Winner is { } match ? rulebook.Inspect(match.Rule.Id, issue, facts)?.Trace : null;
        var inspection = reference is null ? null : rulebook.Inspect(reference.Id, issue, facts);
        if (parsed.GetValue(_json))
        {
            JsonOutput.WriteDocument(Json(explanation, winner, inspection), terminal.Out);
        }
        else
        {
            ExplanationText.Write(issue, explanation, winner, terminal.Out);
            if (inspection is not null)
                ExplanationText.WriteRule(issue, inspection, terminal.Out);
        }

        return ExitCodes.Ok;
    }

    private Issue Pick(ParseResult parsed)
    {
        var id = parsed.GetValue(_id);
        using var input = _input.Open(parsed, terminal);
        foreach (var line in input.Read())
        {
            var isIt = line.Issue is { } read && (id is null || read.Id == id);
            if (line.Problem is not null || (isIt && line.Remark is not null))
                terminal.Error.Line(input.Describe(line));
            if (isIt)
                return line.Issue!;
        }

        throw new CommandFailure(
            ExitCodes.Findings,
            id is null ? $"{input.Name} holds no issue." : $"{input.Name} holds no issue with the id '{SafeText.Start(id, 100)}'."
        );
    }

    private static JObject Json(Explanation explanation, ConditionTrace? winner, RuleInspection? inspection)
    {
        var document = new JObject
        {
            ["resolution"] = ResolutionJson.Of(explanation.Resolution, explanation),
            ["winnerConditions"] = winner is null ? null : TraceJson.Of(winner),
        };
        if (inspection is not null)
        {
            document["rule"] = new JObject
            {
                ["rule"] = ResolutionJson.Of(inspection.Rule),
                ["summary"] = inspection.Summary,
                ["stops"] = new JArray(inspection.Stops),
                ["conditions"] = inspection.Trace is { } trace ? TraceJson.Of(trace) : null,
            };
        }

        return document;
    }
}
