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

/// <summary>Learns which phrases tell texts of one kind from others.</summary>
internal sealed class LearnCommand(Terminal terminal) : ICliCommand
{
    private readonly HistoryArguments _history = new();
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");
    private readonly Option<string?> _labels = new("--labels")
    {
        Description = "The column that says of what kind a text is. Default: label or type.",
        HelpName = "COLUMN",
    };
    private readonly Option<string[]> _kinds = new("--kind")
    {
        Description = "A label of the kind that is to be learnt; all other texts are others. Repeatable.",
        HelpName = "LABEL",
        Required = true,
    };
    private readonly Option<string?> _by = new("--by")
    {
        Description = "The column that says who wrote a text: texts of one writer are judged by what the others teach. Default: none.",
        HelpName = "COLUMN",
    };
    private readonly Option<string> _name = new("--name")
    {
        Description = "The name of the condition.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "learntSigns",
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "Where the rule file is written. Default: it is only judged.",
        HelpName = "FILE",
    };
    private readonly Option<double> _falseAlarms = PercentOption.Create(
        "--false-alarms",
        "How many of the other texts may be taken for the kind, in percent.",
        new PointsOptions().MaxFalseAlarms * 100
    );
    private readonly Option<int> _phrases = new("--phrases")
    {
        Description = "The most phrases.",
        HelpName = "N",
        DefaultValueFactory = _ => new PointsOptions().MaxPhrases,
    };

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve learn --history labelled.csv --labels urgent --kind yes",
            "autoresolve learn --history labelled.jsonl --kind danger --by writer --false-alarms 5 --out rules/guards/signs.json",
        ];

    public Command Create()
    {
        _phrases.Validators.Add(result =>
        {
            if (
                result.Tokens is [{ Value: var text }]
                && !(int.TryParse(text, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= PointsLearning.MaxPhrases)
            )
                result.AddError($"'--phrases' is a whole number from 1 to {PointsLearning.MaxPhrases}; found '{text}'.");
        });
        _name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !LearntPoints.IsName(text))
                result.AddError(
                    $"'--name' is letters and digits, beginning with a small letter, such as signsOfDanger, at most "
                        + $"{LearntPoints.MaxNameLength}; found '{SafeText.Start(text, 60)}'."
                );
        });
        var command = new Command(
            "learn",
            "Learns from labelled texts which phrases tell a kind of them, as a condition that counts points."
        )
        {
            _labels,
            _kinds,
            _by,
            _name,
            _out,
            _falseAlarms,
            _phrases,
            _json,
        };
        _history.AddTo(command);
        command.SetAction((parsed, cancellation) => HistoryArguments.RunAsync(() => RunAsync(parsed, cancellation), cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(_out);
        if (path is not null)
            OutputGuard.Check("--out", path, _history.Files(parsed));
        await using var source = _history.Open(parsed, terminal, rulebook: null, parsed.GetValue(_labels));
        var kinds = parsed.GetValue(_kinds)!.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var by = parsed.GetValue(_by);
        List<LabelledText> texts = [];
        await foreach (var issue in source.ReadAsync(cancellationToken))
        {
            if (issue.Label is { } label)
                texts.Add(new LabelledText(TextOf(issue), kinds.Contains(label), by is null ? null : WriterOf(issue, by)));
        }

        if (texts.Count(text => text.IsMeant) < PointsLearning.MinTexts || texts.Count(text => !text.IsMeant) < PointsLearning.MinTexts)
            throw CommandFailure.Usage(
                $"Of {Plural.Of(texts.Count, "text")} with a label {texts.Count(text => text.IsMeant)} are of the kind; at least "
                    + $"{PointsLearning.MinTexts} must be and {PointsLearning.MinTexts} must not. Name the column with --labels, and the "
                    + "labels with --kind."
            );
        if (by is not null && texts.TrueForAll(text => text.Source is null))
            throw CommandFailure.Usage(
                $"No text has a column '{SafeText.Start(by, 60)}', so nobody knows who wrote what. Name another with --by, or leave it out."
            );
        var learnt = await PointsLearning.RunAsync(
            texts,
            new PointsOptions { MaxFalseAlarms = parsed.GetValue(_falseAlarms) / 100, MaxPhrases = parsed.GetValue(_phrases) },
            cancellationToken
        );
        if (learnt.PhraseCount == 0)
            throw CommandFailure.Environment("No word tells the texts of the kind from the others, so nothing was learnt.");
        if (path is not null)
            AtomicFile.Write(path, learnt.ToRuleFile(parsed.GetValue(_name)!));
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(source.AddGaps(Json(learnt, texts.Count)), terminal.Out);
        else
            Print(learnt, texts, path, source);
        return ExitCodes.Ok;
    }

    private static string TextOf(PastIssue issue) => issue.Title is { } title ? title + "\n" + issue.Text : issue.Text;

    private static string? WriterOf(PastIssue issue, string column) =>
        issue.Fields.FirstOrDefault(field => field.Key.Equals(column, StringComparison.OrdinalIgnoreCase)).Value;

    private void Print(LearntPoints learnt, List<LabelledText> texts, string? path, PastIssueSource source)
    {
        var screen = terminal.Out;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("needed", "found", "false alarms");
        foreach (var choice in learnt.Choices)
            table.AddRow(
                choice.Needed.ToString(CultureInfo.InvariantCulture) + (choice.Needed == learnt.Needed ? " *" : ""),
                Text(choice.Found),
                Text(choice.FalseAlarms)
            );
        screen.Render(table);
        screen.Line(
            $"{Plural.Of(texts.Count, "text")}, {texts.Count(text => text.IsMeant)} of the kind; "
                + $"{Plural.Of(learnt.PhraseCount, "phrase")}. Each text is judged by what others teach."
        );
        source.TellGaps(screen);
        screen.Line(path is null ? "Nothing was written: name a file with --out." : $"Written to {SafeText.Line(path)}.");
    }

    private static JObject Json(LearntPoints learnt, int texts) =>
        new()
        {
            ["texts"] = texts,
            ["phrases"] = learnt.PhraseCount,
            ["needed"] = learnt.Needed,
            ["choices"] = new JArray(
                learnt.Choices.Select(choice => new JObject
                {
                    ["needed"] = choice.Needed,
                    ["found"] = ShareJson.Of(choice.Found),
                    ["falseAlarms"] = ShareJson.Of(choice.FalseAlarms),
                })
            ),
        };

    private static string Text(Proportion share) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{share.Hits} of {share.Of} ({share.Value * 100:0.0} %; {share.Lower * 100:0.0} to {share.Upper * 100:0.0} %)"
        );
}
