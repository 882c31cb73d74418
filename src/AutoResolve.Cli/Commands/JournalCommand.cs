using System.CommandLine;
using AutoResolve.Cli.Running;

namespace AutoResolve.Cli.Commands;

/// <summary>Looks into a journal, and writes what people say to it.</summary>
internal sealed class JournalCommand(Terminal terminal) : ICliCommand
{
    public IReadOnlyList<string> Examples =>
        [
            "autoresolve journal cases --journal journal.db",
            "autoresolve journal show 1017 --journal journal.db",
            "autoresolve journal doubt --journal journal.db",
            "autoresolve journal replay --journal journal.db --last 100",
        ];

    public IReadOnlyList<ICliCommand> Parts { get; } =
    [
        new JournalCasesCommand(terminal),
        new JournalShowCommand(terminal),
        new JournalEntriesCommand(terminal),
        new JournalDoubtCommand(terminal),
        new JournalReplayCommand(terminal),
        new JournalRecordsCommand(terminal),
        new JournalFeedbackCommand(terminal),
        new JournalExportCommand(terminal),
        new JournalEraseCommand(terminal),
        new JournalPruneCommand(terminal),
        JournalSwitchCommand.Stop(terminal),
        JournalSwitchCommand.Resume(terminal),
    ];

    public Command Create() =>
        new(
            "journal",
            "Shows cases, what was decided and done, what is unfinished, and how rules turned out; decides again; stops actions."
        );
}
