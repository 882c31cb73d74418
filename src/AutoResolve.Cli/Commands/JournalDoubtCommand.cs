using System.CommandLine;
using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Json;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Journaling;

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
        await foreach (var entry in journal.ReadAsync(new JournalQuery { Unfinished = true }, cancellationToken))
        {
            count++;
            if (json)
                JsonOutput.WriteLine(JournalEntryJson.Of(entry), terminal.Out);
            else
                terminal.Out.Line(EntryLine.Of(entry));
        }

        await foreach (var record in journal.ReadCasesAsync(new CaseQuery { Owner = CaseOwner.Automation }, cancellationToken))
        {
            if (record is not { Due: { } due, DueFor: CaseDue.Case or CaseDue.Turns })
                continue;
            waiting++;
            Write(record, due);
        }

        await foreach (var record in journal.ReadCasesAsync(new CaseQuery { DueUntil = terminal.Time.GetUtcNow() }, cancellationToken))
        {
            if (record is not { Due: { } due, DueFor: not (CaseDue.Case or CaseDue.Turns or CaseDue.Approval) })
                continue;
            overdue++;
            Write(record, due);
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

        void Write(CaseRecord record, DateTimeOffset due)
        {
            if (json)
                JsonOutput.WriteLine(WaitingCase.Json(record, due), terminal.Out);
            else
                terminal.Out.Line(WaitingCase.Line(record, due));
        }
    }
}
