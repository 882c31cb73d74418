using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Reading;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Shows what was begun and is not finished.</summary>
internal sealed class JournalDoubtCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
    private readonly Option<bool> _json = OutputArguments.Json("one unfinished entry per line");

    public IReadOnlyList<string> Examples => ["autoresolve journal doubt --journal journal.db"];

    public Command Create()
    {
        var command = new Command(
            "doubt",
            "Shows what was begun and is not finished: actions, decisions that are being carried out, approvals, "
                + "turns that wait, cases whose time has passed. Exit code 1 if there are any."
        )
        {
            _json,
        };
        _journal.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var journal = _journal.OpenRead(parsed, terminal);
        var json = parsed.GetValue(_json);
        var (count, waiting, overdue) = (0, 0, 0);
        await foreach (var work in JournalBrowser.FindUnfinishedAsync(journal, terminal.Time.GetUtcNow(), cancellationToken))
        {
            switch (work)
            {
                case UnfinishedEntry { Entry: var entry }:
                    count++;
                    Write(JournalEntryJson.Of(entry), EntryLine.Of(entry));
                    break;
                case WaitingTurns turns:
                    waiting++;
                    Write(WaitingCase.Json(turns.Case, turns.Due), WaitingCase.Line(turns));
                    break;
                case OverdueCase late:
                    overdue++;
                    Write(WaitingCase.Json(late.Case, late.Due), WaitingCase.Line(late));
                    break;
                default:
                    throw new InvalidOperationException($"{work.GetType().Name} has no line.");
            }
        }

        if (!json && waiting > 0)
            terminal.Out.Line($"Turns wait in {Plural.Of(waiting, "case")}; a running host decides them, or gives them to a person.");
        if (!json && overdue > 0)
            terminal.Out.Line($"The time of {Plural.Of(overdue, "case")} has passed; a running host takes them up.");
        if (!json && (count > 0 || waiting + overdue == 0))
        {
            terminal.Out.Line(
                count == 0
                    ? "Nothing is unfinished."
                    : $"Unfinished: {Plural.Of(count, "entry", "entries")}. A host may be at work on them; else a "
                        + $"running host takes them up "
                        + "once the lease of the one that is gone has lapsed. What waits for approval waits for a person."
            );
        }

        return count + waiting + overdue == 0 ? ExitCodes.Ok : ExitCodes.Findings;

        void Write(JObject document, string line)
        {
            if (json)
                JsonOutput.WriteLine(document, terminal.Out);
            else
                terminal.Out.Line(line);
        }
    }
}
