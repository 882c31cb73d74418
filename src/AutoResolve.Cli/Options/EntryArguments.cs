using System.CommandLine;
using AutoResolve.Cli.Output;
using AutoResolve.Journaling;

namespace AutoResolve.Cli.Options;

/// <summary>The options that choose entries of a journal.</summary>
internal sealed class EntryArguments
{
    private const int MaxLast = 100_000;

    private static readonly string[] KindNames = [.. Enum.GetValues<JournalEntryKind>().Select(JsonOutput.Name)];

    private readonly Option<string?> _issue = new("--issue") { Description = "Only about this issue.", HelpName = "ISSUE-ID" };
    private readonly Option<string?> _tenant = CreateTenant();
    private readonly Option<string?> _rule = new("--rule") { Description = "Only about this rule.", HelpName = "RULE-ID" };
    private readonly Option<DateTimeOffset?> _from = TimeOption.Create("--from", "Only from this day or time on.", dayEnds: false);
    private readonly Option<DateTimeOffset?> _to = TimeOption.Create(
        "--to",
        "Only until the end of this day, or before this time.",
        dayEnds: true
    );

    private readonly Option<JournalEntryKind[]> _kinds = new("--kind")
    {
        Description = $"Only of these kinds, separated by commas: {string.Join(", ", KindNames)}.",
        HelpName = "KIND,KIND",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            var kinds = new List<JournalEntryKind>();
            foreach (var name in result.Tokens[0].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (KindNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                    kinds.Add(Enum.Parse<JournalEntryKind>(name, ignoreCase: true));
                else
                    result.AddError($"'--kind' takes {string.Join(", ", KindNames)}; found '{SafeText.Start(name, 40)}'.");
            }

            return [.. kinds];
        },
    };

    private readonly Option<int?> _last = CreateLast("Only the last COUNT entries.");

    public void AddTo(Command command)
    {
        command.Validators.Add(result =>
        {
            if (result.GetResult(_tenant) is not null && result.GetResult(_issue) is null)
                result.AddError("'--tenant' says whose issue is meant; say which with '--issue ISSUE-ID'.");
        });
        foreach (var option in new Option[] { _issue, _tenant, _rule, _kinds, _from, _to, _last })
            command.Add(option);
    }

    public JournalQuery Read(ParseResult parsed) =>
        new()
        {
            IssueId = parsed.GetValue(_issue),
            Case = parsed.GetValue(_tenant) is { Length: > 0 } tenant ? new CaseReference(tenant, parsed.GetValue(_issue)!) : null,
            RuleId = parsed.GetValue(_rule),
            Kinds = parsed.GetValue(_kinds)!,
            From = parsed.GetValue(_from),
            Before = parsed.GetValue(_to),
            Limit = parsed.GetValue(_last),
            NewestFirst = parsed.GetValue(_last) is not null,
        };

    public static Option<string?> CreateTenant() =>
        new("--tenant") { Description = "The organisation whose issue it is, where several have one of that id.", HelpName = "TENANT" };

    public static Option<int?> CreateLast(string description)
    {
        var option = new Option<int?>("--last") { Description = description, HelpName = "COUNT" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var count) && count is < 1 or > MaxLast)
                result.AddError($"'--last' is a number from 1 to {MaxLast:N0}.");
        });
        return option;
    }
}
