using AutoResolve.Benchmarks.Running;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Texts that people wrote: the sample issues, and those of JSONL files with a <c>text</c> in the given folder.</summary>
internal static class MessyTexts
{
    /// <summary>Descriptions that people wrote to the reference customer.</summary>
    public const string Real = "va-issues";

    private const string Samples = "samples";
    private const int MaxTexts = 2_000;

    private static readonly string[] Known = [Real, "banking77", "bitext"];

    public static IEnumerable<string> Sources => [Samples, .. Known.Where(name => File.Exists(PathOf(name)))];

    public static IReadOnlyList<Issue> Read(string source) =>
        source == Samples
            ? ShippedRulebook.SampleIssues()
            :
            [
                .. File.ReadLines(PathOf(source)!)
                    .Take(MaxTexts)
                    .Select(JObject.Parse)
                    .Select((json, number) => new Issue { Id = $"{source}-{number}", Text = (string?)json["text"] ?? "" }),
            ];

    private static string? PathOf(string name) => RunOptions.CorpusFolder is { } folder ? Path.Combine(folder, name + ".jsonl") : null;
}
