using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Inputs;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Learning;
using AutoResolve.Insights.Measuring;
using AutoResolve.Intake.History;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace AutoResolve.Cli.Commands;

/// <summary>Learns which words tell texts of one kind from others.</summary>
internal sealed class LearnCommand(Terminal terminal) : ICliCommand
{
    private const int UsualSure = 60;

    private static readonly int[] SureOfTwo = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 97, 99];
    private static readonly int[] SureOfAll = [30, 50, 70, 90];

    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "The column that says of what kind a text is. Default: label or type.",
        HelpName = "COLUMN",
    };
    private readonly Option<string[]> _kinds = new("--kind")
    {
        Description = "A label that is to be learnt; all other texts become 'other'. Repeatable. Default: every label.",
        HelpName = "LABEL",
    };
    private readonly Option<string?> _by = new("--by")
    {
        Description = "The column that says who wrote a text: texts of one writer are judged by what the others teach. Default: none.",
        HelpName = "COLUMN",
    };
    private readonly Option<string> _name = new("--name")
    {
        Description = "The name of the classifier.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "learntLabels",
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Where the rule file is written. Default: it is only judged.",
        HelpName = "FILE",
    };
    private readonly Option<int> _sure = WholeNumber("--sure", "PERCENT", "How sure the table of labels supposes rules to be.", UsualSure, 99);
    private readonly Option<int> _words = WholeNumber(
        "--words",
        "N",
        "The most words and pairs of words.",
        new ClassifierOptions().MaxWords,
        ClassifierOptions.MostWords
    );

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve learn --history labelled.csv --labels urgent --kind yes",
            "autoresolve learn --history labelled.jsonl --by writer --name subjects --out rules/learnt/subjects.json",
        ];

    public Command Create()
    {
        _name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !LearntClassifier.IsName(text))
                result.AddError(
                    $"'--name' is letters and digits, beginning with a small letter, such as signsOfDanger, at most "
                        + $"{LearntClassifier.MaxNameLength}; found '{SafeText.Start(text, 60)}'."
                );
        });
        var command = new Command("learn", "Learns from labelled texts which words tell one kind from others, as a classifier that rules ask.")
        {
            _labels,
            _kinds,
            _by,
            _name,
            _out,
            _sure,
            _words,
            _json,
        };
        _history.AddTo(command);
        command.SetAction((parsed, cancellation) => HistoryArguments.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private static Option<int> WholeNumber(string name, string helpName, string description, int usual, int most)
    {
        var option = new Option<int>(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && !(int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            )
                result.AddError($"'{name}' is a whole number from 1 to {most}; found '{text}'.");
        });
        return option;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_out);
        if (path is not null)
            OutputGuard.Check("--out", path, _history.Files(parsed));
        await using var source = _history.Open(parsed, terminal, rulebook: null, parsed.GetValue(_labels));
        var texts = await ReadAsync(source, parsed.GetValue(_kinds)!, parsed.GetValue(_by), cancellationToken);
        var learnt = await ClassifierLearning.RunAsync(
            texts,
            new ClassifierOptions { MaxWords = parsed.GetValue(_words) },
            cancellationToken
        );
        if (learnt.WordCount == 0)
            throw CommandFailure.Environment("No word tells the texts of one label from the others, so nothing was learnt.");
        if (path is not null)
            AtomicFile.Write(path, learnt.ToRuleFile(parsed.GetValue(_name)!));
        var sure = parsed.GetValue(_sure);
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(source.AddGaps(Json(learnt, texts.Count)), terminal.Out);
        else
            Print(learnt, texts, sure, path, source);
        return ExitCodes.Ok;
    }

    private static async Task<List<LabelledText>> ReadAsync(
        PastIssueSource source,
        string[] kinds,
        string? by,
        CancellationToken cancellationToken
    )
    {
        var meant = kinds.ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<LabelledText> texts = [];
        await foreach (var issue in source.ReadAsync(cancellationToken))
        {
            if (issue.Label is { } label)
                texts.Add(
                    new LabelledText(
                        TextOf(issue),
                        meant.Count == 0 || meant.Contains(label) ? label : LearntLabel.Other,
                        by is null ? null : WriterOf(issue, by)
                    )
                );
        }

        if (by is not null && texts.TrueForAll(text => text.Source is null))
            throw CommandFailure.Usage(
                $"No text has a column '{SafeText.Start(by, 60)}', so nobody knows who wrote what. Name another with --by, or leave it out."
            );
        return texts;
    }

    private static string TextOf(PastIssue issue) => issue.Title is { } title ? title + "\n" + issue.Text : issue.Text;

    private static string? WriterOf(PastIssue issue, string column) =>
        issue.Fields.FirstOrDefault(field => field.Key.Equals(column, StringComparison.OrdinalIgnoreCase)).Value;

    private void Print(LearntClassifier learnt, List<LabelledText> texts, int sure, string? path, PastIssueSource source)
    {
        var screen = terminal.Out;
        if (learnt.Labels.Count == 2)
            screen.Render(TwoLabels(learnt));
        else
            screen.Render(EachLabel(learnt, sure));
        screen.Render(Overall(learnt));
        screen.Line(
            $"{Plural.Of(texts.Count, "text")}; {Plural.Of(learnt.WordCount, "word")} and pairs of words. Each text is judged by what others "
                + "teach."
        );
        foreach (var label in learnt.Labels.Where(label => label.Given.Count > 1))
            screen.Line($"One label, {label.Name}: {string.Join(", ", label.Given.Select(given => $"'{SafeText.Line(given)}'"))}.");
        source.TellGaps(screen);
        screen.Line(path is null ? "Nothing was written: name a file with --out." : $"Written to {SafeText.Line(path)}.");
    }

    private static Table TwoLabels(LearntClassifier learnt)
    {
        var rarer = learnt.Labels.MinBy(label => label.Texts)!.Name;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("sure", $"{rarer} found", "false alarms");
        foreach (var sure in SureOfTwo)
        {
            var judged = learnt.Judgement.Of(rarer, sure);
            table.AddRow($"{sure} %", Text(judged.Found), Text(judged.FalseAlarms));
        }

        return table;
    }

    private static Table EachLabel(LearntClassifier learnt, int sure)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("label", $"found, {sure} % sure", "false alarms");
        foreach (var label in learnt.Labels)
        {
            var judged = learnt.Judgement.Of(label.Name, sure);
            table.AddRow(label.Name, Text(judged.Found), Text(judged.FalseAlarms));
        }

        return table;
    }

    private static Table Overall(LearntClassifier learnt)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("sure", "right", "wrong", "none");
        foreach (var sure in SureOfAll)
        {
            var judged = learnt.Judgement.Overall(sure);
            table.AddRow($"{sure} %", Text(judged.Right), Text(judged.Wrong), Text(judged.None));
        }

        return table;
    }

    private static JObject Json(LearntClassifier learnt, int texts) =>
        new()
        {
            ["texts"] = texts,
            ["words"] = learnt.WordCount,
            ["labels"] = new JArray(
                learnt.Labels.Select(label => new JObject
                {
                    ["label"] = label.Name,
                    ["given"] = new JArray(label.Given),
                    ["texts"] = label.Texts,
                    ["choices"] = new JArray(
                        SureOfTwo.Select(sure => Choice(sure, learnt.Judgement.Of(label.Name, sure)))
                    ),
                })
            ),
            ["overall"] = new JArray(
                SureOfAll.Select(learnt.Judgement.Overall)
                    .Select(judged => new JObject
                    {
                        ["sure"] = judged.Sure,
                        ["right"] = ShareJson.Of(judged.Right),
                        ["wrong"] = ShareJson.Of(judged.Wrong),
                        ["none"] = ShareJson.Of(judged.None),
                    })
            ),
        };

    private static JObject Choice(int sure, LabelJudgement judged) =>
        new()
        {
            ["sure"] = sure,
            ["found"] = ShareJson.Of(judged.Found),
            ["falseAlarms"] = ShareJson.Of(judged.FalseAlarms),
        };

    private static string Text(Proportion share) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{share.Hits} of {share.Of} ({share.Value * 100:0.0} %; {share.Lower * 100:0.0} to {share.Upper * 100:0.0} %)"
        );
}
