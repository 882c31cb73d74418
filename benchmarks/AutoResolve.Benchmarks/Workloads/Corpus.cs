using System.Globalization;
using AutoResolve.Benchmarks.Running;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>The rules of elastic-recheck and log events for them, from the given folder.</summary>
internal static class Corpus
{
    private static readonly JsonLoadSettings Settings = new() { CommentHandling = CommentHandling.Ignore };

    public static bool IsGiven => RunOptions.CorpusFolder is not null && File.Exists(PathOf("rules"));

    public static Workload Read()
    {
        var rules = new List<BenchmarkRule>();
        var refused = new List<string>();
        foreach (var line in Lines("rules"))
        {
            var id = $"recheck.bug-{(string)line["rule"]!}";
            if (CorpusConverter.Convert((JObject)line["tree"]!) is { } condition)
                rules.Add(new BenchmarkRule(id, condition, [], [], []));
            else
                refused.Add(id);
        }

        Console.WriteLine($"// {rules.Count} rules converted, {refused.Count} not: {string.Join(", ", refused)}");
        return Workload.Of(rules, [.. Lines("samples").Select(ToIssue)]);
    }

    private static Issue ToIssue(JObject json, int number)
    {
        var fields = ((JObject)json["fields"]!)
            .Properties()
            .ToDictionary(field => field.Name, field => Value(field.Value), StringComparer.Ordinal);
        fields["tags"] = Value(json["tags"]!);
        return new Issue
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Text = (string)json["message"]!,
            Fields = fields,
        };
    }

    private static string Value(JToken value) =>
        value is JArray several
            ? string.Join(' ', several.Select(Value))
            : Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture) ?? "";

    private static IEnumerable<JObject> Lines(string part) => File.ReadLines(PathOf(part)).Where(line => line.Length > 0).Select(ReadLine);

    // Dates stay what they are: texts.
    private static JObject ReadLine(string line)
    {
        using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader, Settings);
    }

    private static string PathOf(string part) => Path.Combine(RunOptions.CorpusFolder!, $"elastic-recheck-{part}.jsonl");
}
