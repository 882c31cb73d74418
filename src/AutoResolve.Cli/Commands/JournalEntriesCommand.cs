using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Commands;

/// <summary>Shows entries.</summary>
internal sealed class JournalEntriesCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
    private readonly EntryArguments _entries = new();
    private readonly Option<bool> _json = OutputArguments.Json("one entry per line");

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve journal entries --journal journal.db --last 20",
            "autoresolve journal entries --journal journal.db --kind decision,feedback --from 2026-11-01 --to 2026-11-30 --json",
            "autoresolve journal entries --postgres AUTORESOLVE_JOURNAL --issue 1017",
        ];

    public Command Create()
    {
        var command = new Command(
            "entries",
            "Shows the journal as it was written: what was decided, done and said about all issues, one entry per line; times are UTC."
        );
        _journal.AddTo(command);
        _entries.AddTo(command);
        command.Add(_json);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var journal = _journal.OpenRead(parsed, terminal);
        var json = parsed.GetValue(_json);
        var any = false;
        await foreach (var entry in JournalBrowser.ReadEntriesAsync(journal, _entries.Read(parsed), cancellationToken))
        {
            any = true;
            if (json)
                JsonOutput.WriteLine(JournalEntryJson.Of(entry), terminal.Out);
            else
                terminal.Out.Line(EntryLine.Of(entry));
        }

        if (!any && !json)
            terminal.Out.Line("The journal holds no such entry.");
        return ExitCodes.Ok;
    }
}
