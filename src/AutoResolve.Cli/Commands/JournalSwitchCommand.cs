using System.CommandLine;
using AutoResolve.Actions;
using AutoResolve.Cli.Inputs;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Running;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Stops actions, or allows them again.</summary>
internal sealed class JournalSwitchCommand : ICliCommand
{
    private readonly Terminal _terminal;
    private readonly bool _stops;
    private readonly JournalArguments _journal = new();
    private readonly PersonArguments _person = new();
    private readonly Option<string?> _rule = new("--rule")
    {
        Description = "The rule whose actions are meant. Default: all actions.",
        HelpName = "RULE-ID",
    };
    private readonly Option<string> _reason = new("--reason")
    {
        Description = "Why, for staff.",
        HelpName = "TEXT",
        Required = true,
    };
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    private JournalSwitchCommand(Terminal terminal, bool stops) => (_terminal, _stops) = (terminal, stops);

    public static JournalSwitchCommand Stop(Terminal terminal) => new(terminal, stops: true);

    public static JournalSwitchCommand Resume(Terminal terminal) => new(terminal, stops: false);

    public IReadOnlyList<string> Examples =>
        _stops
            ?
            [
                "autoresolve journal stop --journal journal.db --by u17 --reason \"the account system is down\"",
                "autoresolve journal stop --journal journal.db --rule account.unlock --by u17 --reason \"unlocks the wrong one\"",
            ]
            : ["autoresolve journal resume --journal journal.db --by u17 --reason \"it is up again\""];

    public Command Create()
    {
        var command = new Command(
            _stops ? "stop" : "resume",
            _stops
                ? "Stops actions, of one rule or all; hosts that run on this journal see it within seconds. What has begun goes on."
                : "Allows actions again. The stop of all actions and the stops of single rules are lifted separately."
        )
        {
            _rule,
            _reason,
            _json,
        };
        _journal.AddTo(command);
        _person.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = _journal.OpenHost(parsed, _terminal);
        var (by, reason, rule) = (_person.Read(parsed), parsed.GetValue(_reason)!, parsed.GetValue(_rule));
        var journal = services.GetRequiredService<IJournal>();
        var stops = new JournalStops(journal, timeProvider: _terminal.Time);
        if (_stops)
            await stops.StopAsync(by, reason, rule, cancellationToken);
        else
            await stops.ResumeAsync(by, reason, rule, cancellationToken);
        var areAllStopped = (await stops.ReadAsync(cancellationToken)).Any(stop => stop.RuleId is null);
        if (
            rule is not null
            && !await journal.HoldsAsync(new JournalQuery { RuleId = rule, Kinds = [JournalEntryKind.Decision] }, cancellationToken)
        )
            _terminal.Error.Line(
                $"The journal has no decision by a rule '{SafeText.Line(rule)}'. It is recorded all the same; check the spelling."
            );
        if (parsed.GetValue(_json))
            JsonOutput.WriteLine(
                new JObject
                {
                    ["ruleId"] = rule,
                    ["stopped"] = _stops,
                    ["allStopped"] = areAllStopped,
                },
                _terminal.Out
            );
        else
            _terminal.Out.Line(Tell(rule, areAllStopped));
        return ExitCodes.Ok;
    }

    private string Tell(string? rule, bool areAllStopped)
    {
        var actions = rule is null ? "All actions" : $"The actions of {SafeText.Line(rule)}";
        if (_stops)
            return $"{actions} are stopped.";
        if (areAllStopped)
            return $"{actions} may run again once the stop of all actions ends.";
        return rule is null ? $"{actions} may run again, except those of rules that are stopped themselves." : $"{actions} may run again.";
    }
}
