using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Journaling;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Commands;

/// <summary>Shows a case as a conversation.</summary>
internal sealed class JournalShowCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
    private readonly Argument<string> _case = new("CASE") { Description = "The id of the issue." };
    private readonly Option<string?> _tenant = EntryArguments.CreateTenant();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve journal show 1017 --journal journal.db",
            "autoresolve journal show 1017 --tenant agency --postgres AUTORESOLVE_JOURNAL --json",
        ];

    public Command Create()
    {
        var command = new Command(
            "show",
            "Shows a case as a conversation: who wrote what, what was decided about it and why, what was sent and "
                + "done, what people said of it, and who has to move now. Times are UTC."
        )
        {
            _case,
            _tenant,
            _json,
        };
        _journal.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_case) is { Tokens: [{ Value.Length: 0 }] })
                result.AddError("'CASE' is the id of an issue.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var journal = _journal.OpenRead(parsed, terminal);
        var now = terminal.Time.GetUtcNow();
        var reference = await FindAsync(journal, parsed.GetValue(_case)!, parsed.GetValue(_tenant), cancellationToken);
        if (await JournalBrowser.ReadCaseAsync(journal, reference, now, cancellationToken) is not { } conversation)
            throw Unknown(reference);
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(CaseJson.Of(conversation), terminal.Out);
        else
            ConversationText.Write(conversation, terminal.Out);
        return ExitCodes.Ok;
    }

    private static async Task<CaseReference> FindAsync(IJournal journal, string issue, string? tenant, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(tenant))
            return new CaseReference(tenant, issue);
        return await JournalBrowser.FindCasesAsync(journal, issue, cancellationToken) switch
        {
            [] => throw Unknown(new CaseReference(null, issue)),
            [var only] => only,
            var several => throw new CommandFailure(
                ExitCodes.Findings,
                $"Several organisations have a case '{SafeText.Start(issue, 100)}': "
                    + $"{string.Join(", ", several.Select(each => each.Tenant is { } name ? SafeText.Start(name, 60) : "none"))}. "
                    + "Say whose is meant with --tenant TENANT."
            ),
        };
    }

    private static CommandFailure Unknown(CaseReference reference) =>
        new(
            ExitCodes.Findings,
            $"The journal knows no case '{SafeText.Start(reference.ToString(), 100)}'. Its entries, if any: autoresolve journal entries."
        );
}
