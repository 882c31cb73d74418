using System.Globalization;
using System.Text;
using AutoResolve.Rules;
using AutoResolve.Rules.Formatting;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Learning;

/// <summary>Writes a classifier as a rule file.</summary>
internal static class ClassifierFile
{
    public static string Write(string name, IReadOnlyList<string> labels, IReadOnlyList<string> features, ClassifierTable table)
    {
        var set = new JObject
        {
            ["set"] = "learnt-" + Dashed(name),
            ["title"] = "What was learnt from labelled texts",
            ["owner"] = "contact-center",
            ["shared"] = true,
            ["classifiers"] = new JObject
            {
                [name] = new JObject
                {
                    ["labels"] = new JObject(labels.Select((label, at) => new JProperty(label, table.Bias[at]))),
                    ["words"] = new JArray(features.Select((feature, at) => Line(feature, table, at))),
                },
            },
        };
        var raw = set.ToString();
        return RuleFileFormatter.Format(new RuleFile("learnt.json", Encoding.UTF8.GetBytes(raw))).Text ?? raw;
    }

    private static string Line(string feature, ClassifierTable table, int at)
    {
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{feature} {table.Strengths[at]}");
        for (var weight = table.Starts[at]; weight < table.Starts[at + 1]; weight++)
            line.Append(CultureInfo.InvariantCulture, $" {table.Labels[weight] + 1}:{table.Weights[weight]}");
        return line.ToString();
    }

    private static string Dashed(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
