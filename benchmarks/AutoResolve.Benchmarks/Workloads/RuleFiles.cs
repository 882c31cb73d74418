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

    /// <param name="rules">The rules.</param>
    /// <param name="isExact">Whether words count only as they stand, as for the engines that they are compared with.</param>
    public static IReadOnlyList<RuleFile> Of(IReadOnlyList<BenchmarkRule> rules, bool isExact = false) =>
        [
            .. rules
                .Chunk(RulesPerFile)
                .Select((some, number) => File(string.Create(CultureInfo.InvariantCulture, $"set-{number:D4}"), some, isExact)),
        ];

    public static void Write(IReadOnlyList<BenchmarkRule> rules, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Of(rules))
            System.IO.File.WriteAllBytes(Path.Combine(folder, file.Path), file.Content.ToArray());
    }

    private static RuleFile File(string name, IEnumerable<BenchmarkRule> rules, bool isExact) =>
        new(name + ".json", Encoding.UTF8.GetBytes(Set(name, rules, isExact).ToString(Formatting.Indented)));

    private static JObject Set(string name, IEnumerable<BenchmarkRule> rules, bool isExact)
    {
        var set = new JObject
        {
            ["set"] = name,
            ["title"] = "Rules to measure with",
            ["owner"] = "measuring",
        };
        if (isExact)
            (set["typos"], set["denied"]) = (false, true);
        var all = rules.ToList();
        var lists = all.SelectMany(rule => rule.When.Lists).DistinctBy(list => list.Key).ToList();
        if (lists.Count > 0)
            set["lists"] = new JObject(lists.Select(list => new JProperty(list.Key, new JArray(list.Value.AsEnumerable()))));
        set["rules"] = new JArray(all.Select(Rule));
        return set;
    }

    private static JObject Rule(BenchmarkRule rule)
    {
        var json = new JObject
        {
            ["id"] = rule.Id,
            ["title"] = $"About {(rule.Example is [var first, ..] ? first : rule.Id)}",
            ["type"] = "measuring/generated",
            ["status"] = "active",
        };
        if (rule.Channels.Length > 0)
            json["scope"] = new JObject { ["channel"] = new JArray(rule.Channels.AsEnumerable()) };
        json["when"] = rule.When.ToJson();
        var answer = new JObject { ["en"] = $"This is what to do about {rule.Id}: close it, open it again, and tell us how it went." };
        json["then"] = new JObject { ["outcome"] = "answer", ["answer"] = answer };
        json["source"] = "Benchmarks";
        json["reviewed"] = "2026-11-01";
        json["tests"] = new JArray(
            new JObject { ["text"] = $"It says {string.Join(" and ", rule.Example)} again", ["match"] = true },
            new JObject { ["text"] = "Nothing of that kind", ["match"] = false }
        );
        return json;
    }
}
