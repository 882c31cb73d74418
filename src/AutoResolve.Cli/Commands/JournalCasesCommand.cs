using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Reading;

namespace AutoResolve.Cli.Commands;

/// <summary>Lists cases by what they wait for.</summary>
internal sealed class JournalCasesCommand(Terminal terminal) : ICliCommand
{
    private const int UsualLimit = 1_000;
    private const int MaxLimit = 100_000;

    private static readonly string[] StageNames = [.. Enum.GetValues<CaseStage>().Select(JsonOutput.Name)];

    private readonly JournalArguments _journal = new();
    private readonly Option<string?> _owner = new("--owner")
    {
        Description = "Only cases that this team has, as rules name it.",
        HelpName = "TEAM",
    };
    private readonly Option<string?> _tenant = new("--tenant") { Description = "Only cases of this organisation.", HelpName = "TENANT" };
    private readonly Option<TimeSpan?> _olderThan = AgeOption.Create(
        "--older-than",
        "Only cases that have waited at least this long: 30m, 12h, 3d, 2w."
    );
    private readonly Option<bool> _overdue = new("--overdue")
    {
        Description = "Only cases whose time has passed; a running host takes them up.",
    };
    private readonly ChoiceOption<CaseOrder> _sort = new(
        "--sort",
        "In which order: age (waiting longest first) or due.",
        "ORDER",
        CaseOrder.Age
    );
    private readonly Option<bool> _json = OutputArguments.Json("one case per line");

    private readonly Option<CaseStage?> _state = new("--state")
    {
        Description = $"Only cases that wait for this: {string.Join(", ", StageNames)}. Default: all that are not closed.",
        HelpName = "STATE",
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (StageNames.Contains(word, StringComparer.OrdinalIgnoreCase))
                return Enum.Parse<CaseStage>(word, ignoreCase: true);
            result.AddError($"'--state' is one of {string.Join(", ", StageNames)}; found '{SafeText.Start(word, 40)}'.");
            return null;
        },
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "The most cases to list.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => UsualLimit,
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve journal cases --journal journal.db",
            "autoresolve journal cases --journal journal.db --state customer --overdue",
            "autoresolve journal cases --postgres AUTORESOLVE_JOURNAL --owner accounts --older-than 3d --json",
        ];

    public Command Create()
    {
        var command = new Command(
            "cases",
            "Lists cases by what they wait for: the customer, an approval, a team; since when, until when, and "
                + "what was decided last. Times are UTC."
        )
        {
            _state,
            _owner,
            _olderThan,
            _overdue,
            _tenant,
            _sort,
            _limit,
            _json,
        };
        _journal.AddTo(command);
        _limit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var count) && count is < 1 or > MaxLimit)
                result.AddError($"'--limit' is a number from 1 to {MaxLimit:N0}.");
        });
        command.Validators.Add(result =>
        {
            if (
                result.GetResult(_owner) is not null
                && result.GetResult(_state) is { Tokens: [{ Value: var state }] }
                && !state.Equals("team", StringComparison.OrdinalIgnoreCase)
                && !state.Equals("approval", StringComparison.OrdinalIgnoreCase)
            )
                result.AddError("'--owner' is a team; a case that waits for somebody else has none.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var journal = _journal.OpenRead(parsed, terminal);
        var filter = new CaseFilter
        {
            Stage = parsed.GetValue(_state),
            Team = parsed.GetValue(_owner),
            Tenant = parsed.GetValue(_tenant),
            MinAge = parsed.GetValue(_olderThan),
            IsOverdue = parsed.GetValue(_overdue),
            Order = _sort.Read(parsed),
            Limit = parsed.GetValue(_limit),
        };
        var listing = await JournalBrowser.ListCasesAsync(journal, filter, terminal.Time.GetUtcNow(), cancellationToken);
        if (parsed.GetValue(_json))
        {
            foreach (var summary in listing.Cases)
                JsonOutput.WriteLine(CaseJson.Of(summary), terminal.Out);
        }
        else
        {
            CaseTable.Write(listing, terminal.Out, terminal.Time.GetUtcNow());
        }

        if (listing.Count > listing.Cases.Count)
            terminal.Error.Line(
                $"These are the first {listing.Cases.Count} of {Plural.Of(listing.Count, "case")}; --limit COUNT shows more."
            );
        return ExitCodes.Ok;
    }
}
