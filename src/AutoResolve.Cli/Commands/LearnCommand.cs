using System.CommandLine;
using System.Globalization;
using AutoResolve.Cli.Files;
using AutoResolve.Cli.Inputs;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using AutoResolve.Insights.Learning;
using AutoResolve.Intake.History;

namespace AutoResolve.Cli.Commands;

/// <summary>Learns which words tell texts of one kind from others.</summary>
internal sealed class LearnCommand(Terminal terminal) : ICliCommand
{
    // How the files begin that it writes.
    private const string ClassifierStart = "\"set\": \"learnt-";
    private const int LongestStart = 200;

    private const int UsualSure = 60;

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
    private readonly Option<int> _sure = WholeNumber(
        "--sure",
        "PERCENT",
        "How sure the table of labels supposes rules to be.",
        UsualSure,
        99
    );
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
        _kinds.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value.Equals(LearntLabel.Other, StringComparison.OrdinalIgnoreCase)))
                result.AddError(
                    $"'--kind {LearntLabel.Other}' cannot be told from what all other texts become: rename the label in the texts."
                );
        });
        _name.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !LearntClassifier.IsName(text))
                result.AddError(
                    $"'--name' is letters and digits, beginning with a small letter, such as signsOfDanger, at most "
                        + $"{LearntClassifier.MaxNameLength}; found '{SafeText.Start(text, 60)}'."
                );
        });
        var command = new Command(
            "learn",
            "Learns from labelled texts which words tell one kind from others, as a classifier that rules ask."
        )
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
        var (texts, unlabelled) = await ReadAsync(source, parsed.GetValue(_kinds)!, parsed.GetValue(_by), cancellationToken);
        if (path is not null)
            CheckIsLearnt(path);
        var learnt = await ClassifierLearning.RunAsync(
            texts,
            new ClassifierOptions { MaxWords = parsed.GetValue(_words) },
            cancellationToken
        );
        if (learnt.WordCount == 0)
            throw CommandFailure.Environment(
                "No word tells the texts of one label from the others, where other people write them; so nothing was learnt."
            );
        if (path is not null)
            AtomicFile.Write(path, learnt.ToRuleFile(parsed.GetValue(_name)!));
        var sure = parsed.GetValue(_sure);
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(source.AddGaps(LearntText.Json(learnt, sure, unlabelled)), terminal.Out);
        else
            Print(learnt, sure, unlabelled, path, source);
        return ExitCodes.Ok;
    }

    private static async Task<(List<LabelledText> Texts, int Unlabelled)> ReadAsync(
        PastIssueSource source,
        string[] kinds,
        string? by,
        CancellationToken cancellationToken
    )
    {
        var meant = kinds.ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<LabelledText> texts = [];
        var unlabelled = 0;
        HashSet<string> missing = new(meant, StringComparer.OrdinalIgnoreCase);
        await foreach (var issue in source.ReadAsync(cancellationToken))
        {
            // Who names kinds says of all else that it is none of them.
            var label = issue.Label ?? (meant.Count > 0 ? LearntLabel.Other : null);
            if (label is null)
            {
                unlabelled++;
                continue;
            }

            missing.Remove(label);
            texts.Add(
                new LabelledText(
                    TextOf(issue),
                    meant.Count == 0 || meant.Contains(label) ? label : LearntLabel.Other,
                    by is null ? null : WriterOf(issue, by)
                )
            );
        }

        if (missing.Count > 0)
            throw CommandFailure.Usage($"No text has the label '{SafeText.Start(missing.Order().First(), 60)}', which --kind names.");
        if (by is not null && texts.TrueForAll(text => text.Source is null))
            throw CommandFailure.Usage(
                $"No text has a column '{SafeText.Start(by, 60)}', so nobody knows who wrote what. Name another with --by, or leave it out."
            );
        CheckLabels(ClassifierLearning.LabelsOf(texts));
        return (texts, unlabelled);
    }

    private static void CheckLabels(IReadOnlyList<LearntLabel> labels)
    {
        const string NameKinds = "Name those that are to be learnt with --kind; the others become 'other'.";
        if (labels.Count < 2)
            throw CommandFailure.Usage(
                labels.Count == 0
                    ? "No text has a label. Name the column with --labels."
                    : $"All texts with a label have the same, '{labels[0].Name}'. Name the column with --labels, or one label with --kind."
            );
        if (labels.Count > ClassifierLearning.MaxLabels)
            throw CommandFailure.Usage(
                $"There are {labels.Count} labels; a classifier has at most {ClassifierLearning.MaxLabels}. {NameKinds}"
            );
        LearntLabel[] rare = [.. labels.Where(label => label.Texts < ClassifierLearning.MinTexts)];
        if (rare.Length > 0)
            throw CommandFailure.Usage(
                $"Each label needs at least {ClassifierLearning.MinTexts} texts; '{rare[0].Name}' has {rare[0].Texts}"
                    + (rare.Length == 1 ? ". " : $", and {rare.Length - 1} more have too few. ")
                    + NameKinds
            );
    }

    // What rules will read of it.
    private static string TextOf(PastIssue issue)
    {
        var text = TextAsSeen.OwnWords(issue.Text, issue.Title, issue.Format);
        return issue.Title is { } title ? title + "\n" + text : text;
    }

    // A file that somebody wrote by hand is not lost to a mistyped name.
    private static void CheckIsLearnt(string path)
    {
        if (!File.Exists(path))
            return;
        using var file = File.OpenText(path);
        var start = new char[LongestStart];
        if (!new string(start, 0, file.ReadBlock(start)).Contains(ClassifierStart, StringComparison.Ordinal))
            throw CommandFailure.Usage(
                $"'--out {SafeText.Start(path, 60)}' exists and is no file that learn wrote; it was not touched. Name another, or delete "
                    + "it."
            );
    }

    private static string? WriterOf(PastIssue issue, string column) =>
        issue.Fields.FirstOrDefault(field => field.Key.Equals(column, StringComparison.OrdinalIgnoreCase)).Value;

    private void Print(LearntClassifier learnt, int sure, int unlabelled, string? path, PastIssueSource source)
    {
        var screen = terminal.Out;
        foreach (var table in LearntText.Tables(learnt, sure))
            screen.Render(table);
        foreach (var line in LearntText.Lines(learnt))
            screen.Line(line);
        if (unlabelled > 0)
            screen.Line($"{Plural.Of(unlabelled, "text")} without a label: left out.");
        source.TellGaps(screen);
        screen.Line(path is null ? "Nothing was written: name a file with --out." : $"Written to {SafeText.Line(path)}.");
    }
}
