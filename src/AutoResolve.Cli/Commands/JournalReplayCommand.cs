using System.CommandLine;
using AutoResolve.Cli.Inputs;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Running;
using AutoResolve.Expressions;
using AutoResolve.Journaling;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Commands;

/// <summary>Decides again, with the rulebook of then.</summary>
internal sealed class JournalReplayCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
    private readonly Option<string?> _issue = new("--issue") { Description = "The decisions about this issue.", HelpName = "ISSUE-ID" };
    private readonly Option<int?> _last = EntryArguments.CreateLast("The last COUNT decisions.");
    private readonly Option<bool> _all = new("--all") { Description = "All decisions, which is the default." };
    private readonly Option<bool> _allowExpressions = new("--allow-expressions")
    {
        Description = "Allow C#-like expressions in the rules of that time, as their host did.",
    };
    private readonly Option<string> _locale = new("--locale")
    {
        Description = "The locale of issues that name none, as their host had it.",
        HelpName = "TAG",
        DefaultValueFactory = _ => new RulebookOptions().DefaultLocale,
    };
    private readonly Option<bool> _json = OutputArguments.Json("one decision per line");

    public IReadOnlyList<string> Examples =>
        ["autoresolve journal replay --journal journal.db --issue 1017", "autoresolve journal replay --journal journal.db --last 100"];

    public Command Create()
    {
        var command = new Command(
            "replay",
            "Decides again with the rules, facts and day of that time, and compares. Exit code 1 if a decision differs for no known cause, "
                + "or cannot be replayed. What rules alone did not decide is a known cause: "
                + "a person has the case, a limit, a deadline, a message that came back."
        )
        {
            _issue,
            _last,
            _all,
            _allowExpressions,
            _locale,
            _json,
        };
        _journal.AddTo(command);
        _locale.Validators.Add(result =>
        {
            if (
                new RulebookOptions { DefaultLocale = result.GetValueOrDefault<string>()! }
                    .Validate()
                    .Count > 0
            )
                result.AddError("'--locale' needs a language such as en or es-MX.");
        });
        command.Validators.Add(result =>
        {
            if (new Option[] { _issue, _last, _all }.Count(option => result.GetResult(option) is { Implicit: false }) > 1)
                result.AddError("Say which decisions by one of --issue ISSUE-ID, --last COUNT and --all.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var journal = _journal.OpenRead(parsed, terminal);
        var options = new RulebookOptions
        {
            AllowExpressions = parsed.GetValue(_allowExpressions),
            ExpressionParser = RulesEngineExpressions.Parser,
            DefaultLocale = parsed.GetValue(_locale)!,
        };
        var replayer = new Replayer(journal, options, terminal.Time);
        var last = parsed.GetValue(_last);
        var query = new JournalQuery
        {
            IssueId = parsed.GetValue(_issue),
            Limit = last,
            NewestFirst = last is not null,
        };
        var report = new ReplayReport(terminal.Out, parsed.GetValue(_json));
        await foreach (var replay in replayer.ReplayAllAsync(query, cancellationToken))
            report.Add(replay);
        report.End();
        return report.IsClean ? ExitCodes.Ok : ExitCodes.Findings;
    }
}
