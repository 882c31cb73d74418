using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Running;
using AutoResolve.Reading;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Writes all that is kept of a case.</summary>
internal sealed class JournalExportCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
    private readonly Option<string> _case = new("--case")
    {
        Description = "The case: the id of the issue, or TENANT/ID where the organisation has a name.",
        HelpName = "TENANT/ID",
        Required = true,
    };

    public IReadOnlyList<string> Examples => ["autoresolve journal export --journal journal.db --case agency/1017"];

    public Command Create()
    {
        var command = new Command(
            "export",
            "Writes all that the journal keeps of a case as one JSON document: the conversation, its row and its entries, masked as they "
                + "were written."
        )
        {
            _case,
        };
        _journal.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var journal = _journal.OpenRead(parsed, terminal);
        var named = parsed.GetValue(_case)!;
        var now = terminal.Time.GetUtcNow();
        foreach (var reference in Readings(named))
        {
            if (await JournalBrowser.ExportCaseAsync(journal, reference, now, cancellationToken) is not { } export)
                continue;
            JsonOutput.WriteDocument(
                new JObject
                {
                    ["case"] = CaseJson.Of(export.Conversation),
                    ["row"] = export.Record is { } record ? JournalEntryJson.Content(record.Content) : null,
                    ["entries"] = new JArray(export.Entries.Select(JournalEntryJson.Of)),
                },
                terminal.Out
            );
            return ExitCodes.Ok;
        }

        throw new CommandFailure(ExitCodes.Findings, $"The journal knows no case '{SafeText.Start(named, 100)}'.");
    }

    // Ids may hold slashes.
    private static IEnumerable<CaseReference> Readings(string named)
    {
        yield return new CaseReference(null, named);
        for (var slash = named.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = named.IndexOf('/', slash + 1))
            yield return new CaseReference(named[..slash], named[(slash + 1)..]);
    }
}
