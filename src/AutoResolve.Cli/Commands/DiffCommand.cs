using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Comparing;
using AutoResolve.Insights.Measuring;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Says what a change of rules would have done to past issues.</summary>
internal sealed class DiffCommand(Terminal terminal) : ICliCommand
{
    private const int MaxShown = 30;
    private const int MaxExampleLength = 90;
    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Argument<string> _old = new("OLD") { Description = "The rules before: a folder or a git revision." };
    private readonly Argument<string> _new = new("NEW") { Description = "The rules after: a folder or a git revision." };
    private readonly Option<bool> _onTrial = new("--on-trial") { Description = "Let drafts and rules on trial act too, in both." };
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "The rules folder, for revisions. Default: as for the other commands.",
        HelpName = "DIR",
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve diff HEAD rules --history tickets.csv",
            "autoresolve diff main my-branch --history tickets.jsonl --json",
            "autoresolve diff rules drafts --on-trial --history tickets.csv",
        ];

    public Command Create()
    {
        var command = new Command("diff", "Says which past issues gain, lose or change their resolution by a change of rules.")
        {
            _old,
            _new,
            _rules,
            _onTrial,
            _json,
        };
        _history.AddTo(command);
        command.SetAction((parsed, cancellation) => HistoryArguments.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (old, renewed) = (parsed.GetValue(_old)!, parsed.GetValue(_new)!);
        var folder = Directory.Exists(old) && Directory.Exists(renewed) ? "" : RulesFolder.Find(parsed.GetValue(_rules));
        var purpose = new RulebookPurpose { OnTrial = parsed.GetValue(_onTrial) };
        var before = RevisionRules.Load(old, folder, purpose, terminal);
        var after = RevisionRules.Load(renewed, folder, purpose, terminal);
        await using var source = _history.Open(parsed, terminal, after);
        var (issues, groups) = await source.WithProgressAsync(
            "Comparing",
            terminal,
            past => RulebookComparison.RunAsync(before, after, past, cancellationToken),
            cancellationToken
        );
        if (parsed.GetValue(_json))
        {
            JsonOutput.WriteDocument(source.AddGaps(Json(issues, groups)), terminal.Out);
            return ExitCodes.Ok;
        }

        Print(issues, groups);
        source.TellReading(terminal.Out);
        source.TellGaps(terminal.Out);
        return ExitCodes.Ok;
    }

    private void Print(int issues, IReadOnlyList<ChangeGroup> groups)
    {
        var screen = terminal.Out;
        foreach (var change in new[] { Change.Gained, Change.Lost, Change.Changed })
        {
            var count = groups.Where(group => group.Change == change).Sum(group => group.Issues);
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{Word(change), -8}{count, 8}  {100.0 * count / issues, 5:0.0} %"));
        }

        screen.Line(string.Create(CultureInfo.InvariantCulture, $"{"issues", -8}{issues, 8}"));
        foreach (var group in groups.Take(MaxShown))
        {
            screen.Line();
            screen.Line(
                $"{Word(group.Change)}: {Plural.Of(group.Issues, "issue")}, {group.Before ?? "a person"} -> "
                    + $"{group.After ?? "a person"}{People(group)}"
            );
            foreach (var example in group.Examples)
                screen.Line($"  {SafeText.Start(example, MaxExampleLength)}");
        }

        if (groups.Count > MaxShown)
            screen.Line($"and {Plural.Of(groups.Count - MaxShown, "more group")}");
    }

    private static string People(ChangeGroup group)
    {
        var reopened = group.Reopened.Of > 0 ? $"; people reopened {group.Reopened.Hits} of {group.Reopened.Of}" : "";
        return group.Escalated.Of > 0 ? $"{reopened}; people escalated {group.Escalated.Hits} of {group.Escalated.Of}" : reopened;
    }

    private static string Word(Change change) =>
        change switch
        {
            Change.Gained => "gained",
            Change.Lost => "lost",
            _ => "changed",
        };

    private static JObject Json(int issues, IReadOnlyList<ChangeGroup> groups) =>
        new()
        {
            ["issues"] = issues,
            ["groups"] = new JArray(
                groups.Select(group => new JObject
                {
                    ["change"] = Word(group.Change),
                    ["before"] = group.Before,
                    ["after"] = group.After,
                    ["issues"] = group.Issues,
                    ["share"] = ShareJson.Of(new Proportion(group.Issues, issues)),
                    ["reopened"] = ShareJson.Of(group.Reopened),
                    ["escalated"] = ShareJson.Of(group.Escalated),
                    ["examples"] = new JArray(group.Examples),
                })
            ),
        };
}
