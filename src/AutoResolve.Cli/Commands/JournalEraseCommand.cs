using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Journaling;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Erases what is kept of a person.</summary>
internal sealed class JournalEraseCommand(Terminal terminal) : ICliCommand
{
    private readonly JournalArguments _journal = new();
    private readonly PersonArguments _person = new();
    private readonly Option<string> _requester = new("--requester")
    {
        Description = "Whose: the id of the person, as issues gave it.",
        HelpName = "ID",
        Required = true,
    };
    private readonly Option<string?> _tenant = new("--tenant")
    {
        Description = "Only of this organisation. Default: of all.",
        HelpName = "TENANT",
    };
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    public IReadOnlyList<string> Examples => ["autoresolve journal erase --journal journal.db --requester p-4711 --by u17"];

    public Command Create()
    {
        var command = new Command(
            "erase",
            "Erases what was said in all cases of a person. What was decided when, by which rule and with which outcome stays, with a note "
                + "that it was erased, and figures go on counting it. Exit code 1 if a case is under way, of which nothing is erased."
        )
        {
            _requester,
            _tenant,
            _json,
        };
        _journal.AddTo(command);
        _person.AddTo(command);
        _requester.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError("'--requester' needs an id.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = _journal.OpenHost(parsed, terminal);
        var erasure = await JournalErasure.EraseRequesterAsync(
            (IErasableJournal)services.GetRequiredService<IJournal>(),
            parsed.GetValue(_requester)!,
            _person.Read(parsed),
            parsed.GetValue(_tenant),
            terminal.Time,
            cancellationToken
        );
        if (parsed.GetValue(_json))
            JsonOutput.WriteLine(
                new JObject
                {
                    ["cases"] = new JArray(erasure.Cases.Select(CaseOf)),
                    ["entries"] = erasure.Entries,
                    ["underWay"] = new JArray(erasure.UnderWay.Select(CaseOf)),
                },
                terminal.Out
            );
        else
            Tell(erasure);
        return erasure.UnderWay.Count == 0 ? ExitCodes.Ok : ExitCodes.Findings;
    }

    private static JObject CaseOf(CaseReference reference) => new() { ["tenant"] = reference.Tenant, ["issueId"] = reference.IssueId };

    private void Tell(Erasure erasure)
    {
        terminal.Out.Line(
            erasure.Cases.Count + erasure.UnderWay.Count == 0
                ? "The journal knows no case of this person."
                : $"Erased: {Plural.Of(erasure.Entries, "entry", "entries")} of {Plural.Of(erasure.Cases.Count, "case")}."
        );
        foreach (var reference in erasure.UnderWay)
            terminal.Out.Line($"Under way, nothing erased; try again: {SafeText.Line(reference.ToString())}");
    }
}
