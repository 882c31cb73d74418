using System.Globalization;
using AutoResolve.Cli.Output;
using AutoResolve.Insights.Learning;
using AutoResolve.Insights.Measuring;
using Newtonsoft.Json.Linq;
using Spectre.Console;

namespace AutoResolve.Cli.Rendering;

/// <summary>What was learnt, and how it judges texts of others.</summary>
internal static class LearntText
{
    private static readonly int[] SureOfLabel = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 97, 99];
    private static readonly int[] SureOfAll = [30, 50, 70, 90];

    public static IEnumerable<Table> Tables(LearntClassifier learnt, int sure) =>
        learnt.Labels.Count == 2 ? [BySure(learnt)] : [ByLabel(learnt, sure), Overall(learnt)];

    public static IEnumerable<string> Lines(LearntClassifier learnt)
    {
        yield return $"{Plural.Of(learnt.Labels.Sum(label => label.Texts), "text")}, {Plural.Of(learnt.Labels.Count, "label")}; "
            + $"{Plural.Of(learnt.WordCount, "word")} and pairs of words. Each text is judged by what others teach.";
        foreach (var label in learnt.Labels.Where(label => label.Given.Count > 1))
        {
            var given = label.Given.Select(given => $"'{SafeText.Start(given, 60)}'");
            yield return $"These become one label, '{label.Name}': {string.Join(", ", given)}.";
        }

        foreach (var label in learnt.Labels.Where(label => label.Given is [var given] && given != label.Name))
            yield return $"'{SafeText.Start(label.Given[0], 60)}' becomes the label '{label.Name}'.";
        foreach (var label in learnt.Labels.Where(label => learnt.Judgement.Of(label.Name, 1).Found.Of == 0))
            yield return $"All texts of '{label.Name}' are of one writer, so nothing says whether those of another would be found.";
    }

    public static JObject Json(LearntClassifier learnt, int sure, int unlabelled) =>
        new()
        {
            ["texts"] = learnt.Labels.Sum(label => label.Texts),
            ["withoutLabel"] = unlabelled,
            ["words"] = learnt.WordCount,
            ["labels"] = new JArray(
                learnt.Labels.Select(label => new JObject
                {
                    ["label"] = label.Name,
                    ["given"] = new JArray(label.Given),
                    ["texts"] = label.Texts,
                    ["choices"] = new JArray(
                        SureOfLabel
                            .Append(sure)
                            .Distinct()
                            .Order()
                            .Select(choice => Choice(choice, learnt.Judgement.Of(label.Name, choice)))
                    ),
                })
            ),
            ["overall"] = new JArray(
                SureOfAll
                    .Select(learnt.Judgement.Overall)
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

    // Of what is looked for: a kind rather than all else, and of two kinds the rarer.
    private static Table BySure(LearntClassifier learnt)
    {
        var label = learnt.Labels.MinBy(label => (label.Name == LearntLabel.Other, label.Texts))!.Name;
        var table = new Table().Border(TableBorder.Rounded).AddColumns("sure", $"{label} found", "false alarms");
        foreach (var sure in SureOfLabel)
            AddRow(table, $"{sure} %", learnt.Judgement.Of(label, sure));
        return table;
    }

    private static Table ByLabel(LearntClassifier learnt, int sure)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("label", $"found, {sure} % sure", "false alarms");
        foreach (var label in learnt.Labels)
            AddRow(table, label.Name, learnt.Judgement.Of(label.Name, sure));
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

    private static void AddRow(Table table, string first, LabelJudgement judged) =>
        table.AddRow(first, Text(judged.Found), Text(judged.FalseAlarms));

    private static string Text(Proportion share) =>
        share.Of == 0
            ? "-"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{share.Hits} of {share.Of} ({share.Value * 100:0.0} %; {share.Lower * 100:0.0} to {share.Upper * 100:0.0} %)"
            );
}
