using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Inputs;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Rulebooks;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Measuring;
using AutoResolve.Insights.Mining;
using AutoResolve.Intake.History;
using AutoResolve.Privacy;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace AutoResolve.Cli.Commands;

/// <summary>Makes draft rules of past issues.</summary>
internal sealed class MineCommand(Terminal terminal) : ICliCommand
{
    private const int MaxShown = 40;
    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "The column of types or resolution codes. Default: label or type.",
        HelpName = "COLUMN",
    };
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "The current rules: issues that they resolve are left out. Default: none.",
        HelpName = "DIR",
    };
    private readonly Option<bool> _topics = new("--topics")
    {
        Description = "Group the issues by what they say instead of by their labels. Also where no issue has a label.",
    };
    private readonly Option<string[]> _background = new("--background")
    {
        Description = "A history of other things, which no rule may take. Repeatable.",
        HelpName = "FILE",
    };
    private readonly Option<string> _out = new("--out")
    {
        Description = "The folder for the draft rules.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine("rules", "candidates"),
    };
    private readonly Option<double> _precision = PercentOption.Create(
        "--precision",
        "How often the rules together must be right, in percent.",
        95
    );
    private readonly Option<double> _heldOut = PercentOption.Create(
        "--held-out",
        "How many issues in a hundred are kept to judge the rules.",
        10
    );

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve mine --history tickets.csv --labels resolution_code",
            "autoresolve mine --history tickets.jsonl --rules rules --background other.jsonl --out drafts",
            "autoresolve mine --history tickets.csv --column text=Description --where year=2026 --precision 99",
            "autoresolve mine --journal journal.db --out drafts",
        ];

    public Command Create()
    {
        var command = new Command("mine", "Makes draft rules of past issues, with tests and the evidence for each.")
        {
            _labels,
            _topics,
            _rules,
            _background,
            _out,
            _precision,
            _heldOut,
            _json,
        };
        _history.AddTo(command);
        command.SetAction((parsed, cancellation) => HistoryArguments.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var rulebook = parsed.GetValue(_rules) is { } rules
            ? RulebookLoader.Load(new RulebookSource(RulesFolder.Find(rules), new RulebookOptions()), terminal)
            : null;
        await using var source = _history.Open(parsed, terminal, rulebook, parsed.GetValue(_labels));
        var folder = parsed.GetValue(_out)!;
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw CommandFailure.Usage($"The folder '{folder}' is not empty. Name another with --out, or empty it.");
        var redactor = rulebook?.Redactor ?? new PersonalDataRedactor();
        var options = new MiningOptions
        {
            Precision = parsed.GetValue(_precision) / 100,
            HeldOut = parsed.GetValue(_heldOut) / 100,
            Rulebook = rulebook,
            GroupsByText = parsed.GetValue(_topics),
            Background =
            [
                .. (parsed.GetValue(_background) ?? []).SelectMany(path =>
                    new HistoryFile(path) { Redactor = redactor }
                        .Read()
                        .Select(issue => issue.Text)
                ),
            ],
            Source = $"Mined from {source.Name}",
        };
        var json = parsed.GetValue(_json);
        var result = await MineAsync(
            progress => RuleMining.RunAsync(source.ReadAsync(cancellationToken), options, terminal.Time, progress, cancellationToken),
            json
        );

        // Nothing is written before all is done: a run that is stopped leaves no half of a rulebook.
        if (result.Candidates.Count > 0)
            Directory.CreateDirectory(folder);
        foreach (var candidate in result.Candidates)
            AtomicFile.Write(Path.Combine(folder, candidate.FileName), candidate.Json);
        if (json)
            JsonOutput.WriteDocument(source.AddGaps(Json(result, folder, source.Problems)), terminal.Out);
        else
            Print(result, folder, source);
        return ExitCodes.Ok;
    }

    private Task<MiningResult> MineAsync(Func<IProgress<double>?, Task<MiningResult>> mine, bool isSilent) =>
        isSilent || !terminal.Error.IsTerminal
            ? mine(null)
            : terminal
                .Error.Console.Progress()
                .StartAsync(context =>
                {
                    var task = context.AddTask("mining", maxValue: 1);
                    return mine(new Progress<double>(done => task.Value = Math.Max(task.Value, done)));
                });

    private void Print(MiningResult result, string folder, PastIssueSource source)
    {
        var screen = terminal.Out;
        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("label", "issues", "decides", "held out", "a month", "same answer", "rules");
        foreach (var candidate in result.Candidates.Take(MaxShown))
        {
            table.AddRow(
                Markup.Escape(SafeText.Start(candidate.Label, 40)),
                Number(candidate.Facts.Issues),
                Number(candidate.Decides),
                Text(candidate.HeldOut),
                candidate.Facts.Monthly is { } monthly ? monthly.ToString("0.0", CultureInfo.InvariantCulture) : "",
                candidate.Facts.AnswerShare is { } share ? Percent(share) : "",
                Number(candidate.Rules)
            );
        }

        if (result.Candidates.Count > 0)
            screen.Render(table);
        if (result.Candidates.Count > MaxShown)
            screen.Line($"and {Plural.Of(result.Candidates.Count - MaxShown, "more label")}");
        screen.Line();
        screen.Line(
            $"{Plural.Of(result.Issues, "issue")}, {Plural.Of(result.Candidates.Count, "label")}, "
                + $"{Plural.Of(result.Candidates.Sum(candidate => candidate.Rules), "rule")} of "
                + $"{Plural.Of(result.Candidates.Sum(candidate => candidate.Conditions), "condition")}, "
                + $"{result.MedianWords.ToString(CultureInfo.InvariantCulture)} words in the median condition"
        );
        if (result.Coverage.Of > 0)
            screen.Line(
                $"on issues held out: {Text(result.Coverage)} decided, "
                    + (result.HeldOut.Of > 0 ? $"{Text(result.HeldOut)} of them right" : "none of them with a label to judge by")
            );
        foreach (var remark in result.Remarks)
            screen.Line(remark);
        foreach (var group in result.Groups.Take(MaxShown))
            screen.Line($"no rule is sure enough for: {SafeText.Start(group.Label, 60)} ({Plural.Of(group.Facts.Issues, "issue")})");
        if (result.Groups.Count > MaxShown)
            screen.Line($"and for {Plural.Of(result.Groups.Count - MaxShown, "more label")}");
        if (result.Decided > 0)
            screen.Line($"left out: {Plural.Of(result.Decided, "issue")} that rules decide");
        var problems = source.Problems;
        if (problems.Unread > 0)
            screen.Line($"left out: {Plural.Of(problems.Unread, "record")}, such as {problems.FirstUnread}");
        foreach (var value in problems.Values)
            screen.Line($"not read: {SafeText.Line(value.ToString())}");
        source.TellGaps(screen);
        if (result.Candidates.Count == 0)
            screen.Line("No rule was found, so nothing was written.");
        else
            screen.Line(
                $"Drafts are in {folder}. They do nothing until a person sets their status. To see what they would "
                    + $"do: autoresolve backtest --rules {folder} --on-trial --history FILE"
            );
        if (result.Agreement is { } agreement)
            screen.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"groups against the labels of the history: normalised mutual information "
                        + $"{agreement.MutualInformation:0.000}, purity {agreement.Purity:0.000}"
                )
            );
    }

    private static JObject Json(MiningResult result, string folder, HistoryProblems problems) =>
        new()
        {
            ["folder"] = folder,
            ["issues"] = result.Issues,
            ["decided"] = result.Decided,
            ["unreadable"] = problems.Count,
            ["rules"] = result.Candidates.Sum(candidate => candidate.Rules),
            ["conditions"] = result.Candidates.Sum(candidate => candidate.Conditions),
            ["medianWords"] = result.MedianWords,
            ["coverage"] = ShareJson.Of(result.Coverage),
            ["precision"] = ShareJson.Of(result.HeldOut),
            ["remarks"] = new JArray(result.Remarks),
            ["groups"] = new JArray(
                result.Groups.Select(group => new JObject { ["label"] = group.Label, ["issues"] = group.Facts.Issues })
            ),
            ["candidates"] = new JArray(
                result.Candidates.Select(candidate => new JObject
                {
                    ["label"] = candidate.Label,
                    ["file"] = candidate.FileName,
                    ["issues"] = candidate.Facts.Issues,
                    ["decides"] = candidate.Decides,
                    ["heldOut"] = ShareJson.Of(candidate.HeldOut),
                    ["monthly"] = candidate.Facts.Monthly,
                    ["trend"] = candidate.Facts.Trend,
                    ["savings"] = candidate.Savings,
                    ["sameAnswer"] = candidate.Facts.AnswerShare,
                    ["rules"] = candidate.Rules,
                    ["conditions"] = candidate.Conditions,
                })
            ),
        };

    private static string Text(Proportion share) =>
        share.Of == 0 ? "" : $"{share.Hits} of {share.Of} ({Percent(share.Value)}; {Percent(share.Lower)} to {Percent(share.Upper)})";

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
