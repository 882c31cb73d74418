using System.CommandLine;
using System.Globalization;
using AutoResolve.Actions;
using AutoResolve.Cli.Inputs;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Writes down how a decision turned out.</summary>
internal sealed class JournalFeedbackCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
    private readonly RulebookArguments _rulebook = new();
    private readonly PersonArguments _person = new();
    private readonly Option<string> _issue = new("--issue")
    {
        Description = "The issue.",
        HelpName = "ISSUE-ID",
        Required = true,
    };
    private readonly Option<string?> _tenant = EntryArguments.CreateTenant();
    private readonly ChoiceOption<FeedbackVerdict> _verdict = new(
        "--verdict",
        "How it turned out: helpful, reopened or wrong.",
        "VERDICT",
        usual: null
    );
    private readonly Option<string?> _note = new("--note")
    {
        Description = "Why, for staff; personal data in it is masked.",
        HelpName = "TEXT",
    };
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    public IReadOnlyList<string> Examples =>
        ["autoresolve journal feedback --journal journal.db --issue 1017 --verdict wrong --by u17 --note \"was about another page\""];

    public Command Create()
    {
        var command = new Command(
            "feedback",
            "Writes down how a decision turned out; a rule that falls below its threshold only suggests from then on."
        )
        {
            _issue,
            _tenant,
            _verdict,
            _note,
            _json,
        };
        _journal.AddTo(command);
        _person.AddTo(command);
        _rulebook.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = _rulebook.Read(parsed);
        source = source with { Terms = new RulebookPurpose { AnyHandler = source.Options.Handlers is null } };
        await using var services = _journal.OpenHost(parsed, terminal, RulebookLoader.Load(source, terminal));
        var issue = parsed.GetValue(_issue)!;
        var tenant = parsed.GetValue(_tenant) is { Length: > 0 } named ? named : null;
        var decisions = new JournalQuery
        {
            IssueId = issue,
            Case = tenant is null ? null : new CaseReference(tenant, issue),
            Kinds = [JournalEntryKind.Decision],
        };
        if (!await services.GetRequiredService<IJournal>().HoldsAsync(decisions, cancellationToken))
            throw new CommandFailure(
                ExitCodes.Findings,
                $"The journal knows no decision about an issue "
                    + $"'{SafeText.Start(issue, 100)}'{(tenant is null ? "" : $" of '{SafeText.Start(tenant, 100)}'")}."
            );
        var feedback = new Feedback
        {
            IssueId = issue,
            Tenant = tenant,
            Verdict = _verdict.Read(parsed),
            By = _person.Read(parsed),
            Note = parsed.GetValue(_note),
        };
        var record = await services.GetRequiredService<IFeedbackCollector>().RecordAsync(feedback, cancellationToken);
        if (parsed.GetValue(_json))
            JsonOutput.WriteLine(
                new JObject
                {
                    ["issueId"] = issue,
                    ["ruleId"] = record?.RuleId,
                    ["ruleVersion"] = record?.Version,
                    ["lowerBound"] = record is null ? null : Math.Round(record.LowerBound, 4),
                    ["onlySuggests"] = record?.OnlySuggests ?? false,
                },
                terminal.Out
            );
        else
            terminal.Out.Line(Tell(record));
        return ExitCodes.Ok;
    }

    private static string Tell(TrackRecord? record)
    {
        if (record is null)
            return "Written. No rule decided that issue, so no rule's record changes.";
        var demoted = record.OnlySuggests ? "; it only suggests now" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Written. Of {Plural.Of((int)record.Verdicts, "verdict")} about {SafeText.Line(record.RuleId)} "
                + $"version {record.Version}, {record.Helpful} say that it helped{demoted}."
        );
    }
}
