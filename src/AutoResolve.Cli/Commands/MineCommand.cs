using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Hosting;
using AutoResolve.Cli.Json;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Rendering;
using AutoResolve.Insights.History;
using AutoResolve.Insights.Measuring;
using AutoResolve.Insights.Mining;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace AutoResolve.Cli.Commands;

/// <summary>Makes draft rules of past issues.</summary>
internal sealed class MineCommand(Terminal terminal) : IVerb
{
    private const int MostShown = 40;
    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _labels = new("--labels") { Description = "The column of types or resolution codes. Default: label or type.", HelpName = "COLUMN" };
    private readonly Option<string?> _rules = new("--rules") { Description = "The present rules: issues that they resolve are left out. Default: none.", HelpName = "DIR" };
    private readonly Option<bool> _topics = new("--topics") { Description = "Group the issues by what they say instead of by their labels. Also where no issue has a label." };
    private readonly Option<string[]> _background = new("--background") { Description = "A history of other things, which no rule may take. Repeatable.", HelpName = "FILE" };
    private readonly Option<string> _out = new("--out") { Description = "The folder for the draft rules.", HelpName = "DIR", DefaultValueFactory = _ => Path.Combine("rules", "candidates") };
    private readonly Option<double> _precision = Percentage("--precision", "How often the rules together must be right, in percent.", 95);
    private readonly Option<double> _heldOut = Percentage("--held-out", "How many issues in a hundred are kept to judge the rules.", 10);

    public IReadOnlyList<string> Examples =>
    [
        "autoresolve mine --history tickets.csv --labels resolution_code",
        "autoresolve mine --history tickets.jsonl --rules rules --background other.jsonl --out drafts",
        "autoresolve mine --history tickets.csv --column text=Description --where year=2026 --precision 99",
    ];

    public Command Create()
    {
        var command = new Command("mine", "Makes draft rules of past issues, with tests and the evidence for each.") { _labels, _topics, _rules, _background, _out, _precision, _heldOut, _json };
        _history.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => HistoryArguments.Guard(() => Run(parsed, cancellation)), cancellation));
        return command;
    }

    private static Option<double> Percentage(string name, string description, double usual)
    {
        var option = new Option<double>(name) { Description = description, HelpName = "PERCENT", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(double.TryParse(text, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and < 100))
                result.AddError($"'{name}' is a percentage from 0 to below 100; found '{text}'.");
        });
        return option;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var history = _history.Open(parsed, parsed.GetValue(_labels));
        var folder = parsed.GetValue(_out)!;
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw CommandFailure.Usage($"The folder '{folder}' is not empty. Name another with --out, or empty it.");
        var issues = Read(history, parsed.GetValue(_rules), cancellationToken);
        var background = (parsed.GetValue(_background) ?? []).SelectMany(path => new HistoryFile(path, new HistoryColumns()).Read().Select(issue => issue.Text)).ToList();
        var options = new MiningOptions { Precision = parsed.GetValue(_precision) / 100, HeldOut = parsed.GetValue(_heldOut) / 100 };

        ClusterQuality? quality = null;
        if (parsed.GetValue(_topics) || !issues.Exists(issue => issue.Label is not null))
        {
            var grouped = new TopicFinder(options).Label(issues, cancellationToken);
            var labelled = issues.Zip(grouped).Where(pair => pair.First.Label is not null).Select(pair => (pair.Second.Label!, pair.First.Label!)).ToList();
            quality = labelled.Count == 0 ? null : ClusterQuality.Of(labelled);
            issues = [.. grouped];
        }

        MiningResult? result = null;
        var source = $"Mined from {Path.GetFileName(history.Path)}";
        Progress(advance => result = new Miner(options, terminal.Time, advance).Mine(issues, background, source, cancellationToken), parsed.GetValue(_json));

        // Nothing is written before all is done: a run that is stopped leaves no half of a rulebook.
        Directory.CreateDirectory(folder);
        foreach (var candidate in result!.Candidates)
            File.WriteAllBytes(Path.Combine(folder, candidate.File.Path), candidate.File.Content.ToArray());
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(Json(result, folder, issues.Count, history.Problems), terminal.Out);
        else
            Print(result, folder, issues.Count, history.Problems);
        if (quality is { } agreement && !parsed.GetValue(_json))
            terminal.Out.Line(string.Create(CultureInfo.InvariantCulture, $"groups against the labels of the history: normalised mutual information {agreement.MutualInformation:0.000}, purity {agreement.Purity:0.000}"));
        return ExitCodes.Ok;
    }

    private List<PastIssue> Read(HistoryFile history, string? rules, CancellationToken cancellationToken)
    {
        var present = rules is null ? null : Rulebooks.RulebookLoader.Load(new RulebookSource(RulesFolder.Find(rules), new RulebookOptions()), terminal);
        var issues = new List<PastIssue>();
        foreach (var issue in history.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (present is null || Trial.Decide(present, issue.Text) is null)
                issues.Add(issue);
        }

        return issues;
    }

    private void Progress(Action<Action<double>> run, bool isSilent)
    {
        if (isSilent || !terminal.Error.IsTerminal)
            run(_ => { });
        else
            terminal.Error.Console.Progress().Start(context =>
            {
                var task = context.AddTask("mining", maxValue: 1);
                run(done => task.Value = done);
            });
    }

    private void Print(MiningResult result, string folder, int issues, HistoryProblems problems)
    {
        var screen = terminal.Out;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("label", "issues", "decides", "held out", "a month", "same answer", "rules");
        foreach (var candidate in result.Candidates.Take(MostShown))
        {
            table.AddRow(
                Markup.Escape(Printable.Start(candidate.Label, 40)),
                Number(candidate.Facts.Issues),
                Number(candidate.Decides),
                Text(candidate.HeldOut),
                candidate.Facts.Monthly is { } monthly ? monthly.ToString("0.0", CultureInfo.InvariantCulture) : "",
                candidate.Facts.AnswerShare is { } share ? Percent(share) : "",
                Number(candidate.Rules));
        }

        screen.Render(table);
        if (result.Candidates.Count > MostShown)
            screen.Line($"and {Plural.Of(result.Candidates.Count - MostShown, "more label")}");
        screen.Line();
        screen.Line($"{Plural.Of(issues, "issue")}, {Plural.Of(result.Candidates.Count, "label")}, {Plural.Of(result.Candidates.Sum(candidate => candidate.Rules), "rule")} of {Plural.Of(result.Candidates.Sum(candidate => candidate.Conditions), "condition")}, {result.MedianWords.ToString(CultureInfo.InvariantCulture)} words in the median condition");
        if (result.Coverage.Of > 0)
            screen.Line($"on issues held out: {Text(result.Coverage)} decided, {Text(result.HeldOut)} of them right");
        foreach (var remark in result.Remarks)
            screen.Line(remark);
        if (problems.Unread > 0)
            screen.Line($"left out: {Plural.Of(problems.Unread, "record")}, such as {problems.FirstUnread}");
        foreach (var value in problems.Values)
            screen.Line($"not read: {Printable.Line(value.ToString())}");
        screen.Line($"Drafts are in {folder}. They do nothing until a person sets their status. To see what they would do: autoresolve backtest --rules {folder} --on-trial --history FILE");
    }

    private static JObject Json(MiningResult result, string folder, int issues, HistoryProblems problems) => new()
    {
        ["folder"] = folder,
        ["issues"] = issues,
        ["unreadable"] = problems.Count,
        ["rules"] = result.Candidates.Sum(candidate => candidate.Rules),
        ["conditions"] = result.Candidates.Sum(candidate => candidate.Conditions),
        ["medianWords"] = result.MedianWords,
        ["coverage"] = ShareJson.Of(result.Coverage),
        ["precision"] = ShareJson.Of(result.HeldOut),
        ["remarks"] = new JArray(result.Remarks),
        ["candidates"] = new JArray(result.Candidates.Select(candidate => new JObject
        {
            ["label"] = candidate.Label,
            ["file"] = candidate.File.Path,
            ["issues"] = candidate.Facts.Issues,
            ["decides"] = candidate.Decides,
            ["heldOut"] = ShareJson.Of(candidate.HeldOut),
            ["monthly"] = candidate.Facts.Monthly,
            ["trend"] = candidate.Facts.Trend,
            ["savings"] = candidate.Savings,
            ["sameAnswer"] = candidate.Facts.AnswerShare,
            ["rules"] = candidate.Rules,
            ["conditions"] = candidate.Conditions,
        })),
    };

    private static string Text(Share share) => share.Of == 0 ? "" : $"{share.Hits} of {share.Of} ({Percent(share.Value)}; {Percent(share.Lower)} to {Percent(share.Upper)})";

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
