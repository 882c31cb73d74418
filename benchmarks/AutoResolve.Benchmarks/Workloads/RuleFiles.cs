using System.Globalization;
using System.Text;
using AutoResolve.Rules;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Logical rules as rule files of ours, a thousand rules each, with everything that lint asks for.</summary>
internal static class RuleFiles
{
    private const int RulesPerFile = 1_000;

    public static IReadOnlyList<RuleFile> Of(IReadOnlyList<BenchmarkRule> rules) =>
        [.. rules.Chunk(RulesPerFile).Select((some, number) => new RuleFile(string.Create(CultureInfo.InvariantCulture, $"set-{number:D4}.json"), Encoding.UTF8.GetBytes(Set(number, some).ToString(Formatting.Indented))))];

    public static void Write(IReadOnlyList<BenchmarkRule> rules, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Of(rules))
            File.WriteAllBytes(Path.Combine(folder, file.Path), file.Content.ToArray());
    }

    private static JObject Set(int number, IEnumerable<BenchmarkRule> rules) => new()
    {
        ["set"] = string.Create(CultureInfo.InvariantCulture, $"set-{number:D4}"),
        ["title"] = "Rules to measure with",
        ["owner"] = "measuring",
        ["rules"] = new JArray(rules.Select(Rule)),
    };

    private static JObject Rule(BenchmarkRule rule)
    {
        var json = new JObject
        {
            ["id"] = rule.Id,
            ["title"] = $"About {(rule.Example is [var first, ..] ? first : rule.Id)}",
            ["type"] = "measuring/generated",
            ["status"] = "active",
        };
        if (rule.Channels.Count > 0)
            json["scope"] = new JObject { ["channel"] = new JArray(rule.Channels) };
        json["when"] = rule.When.ToJson();
        json["then"] = new JObject { ["outcome"] = "answer", ["answer"] = new JObject { ["en"] = $"This is what to do about {rule.Id}: close it, open it again, and tell us how it went." } };
        json["source"] = "Benchmarks";
        json["reviewed"] = "2026-11-01";
        json["tests"] = new JArray(
            new JObject { ["text"] = $"It says {string.Join(" and ", rule.Example)} again", ["match"] = true },
            new JObject { ["text"] = "Nothing of that kind", ["match"] = false });
        return json;
    }
}
