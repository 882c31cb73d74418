using System.CommandLine;
using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Json;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;

namespace AutoResolve.Cli.Commands;

/// <summary>Shows what was begun and is not finished.</summary>
internal sealed class JournalDoubtCommand(Terminal terminal) : IVerb
{
    private readonly JournalArguments _journal = new();
    private readonly Option<bool> _json = OutputArguments.Json("an unfinished entry a line");

    public IReadOnlyList<string> Examples => ["autoresolve journal doubt --journal journal.db"];

    public Command Create()
    {
        var command = new Command("doubt", "Shows what was begun and is not finished: actions, decisions that are being carried out, approvals. Exit code 1 where there is any.") { _json };
        _journal.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = _journal.Open(parsed, terminal);
        var json = parsed.GetValue(_json);
        var count = 0;
        await foreach (var entry in services.GetRequiredService<IJournal>().ReadAsync(new JournalQuery { Unfinished = true }, cancellationToken))
        {
            count++;
            if (json)
                JsonOutput.WriteLine(JournalEntryJson.Of(entry), terminal.Out);
            else
                terminal.Out.Line(EntryLine.Of(entry));
        }

        if (!json)
        {
            terminal.Out.Line(count == 0
                ? "Nothing is unfinished."
                : $"Unfinished: {Plural.Of(count, "entry", "entries")}. A host may be at work on them; else a running host takes them up "
                    + "once the lease of the one that is gone has lapsed. What waits for approval waits for a person.");
        }

        return count == 0 ? ExitCodes.Ok : ExitCodes.Findings;
    }
}
