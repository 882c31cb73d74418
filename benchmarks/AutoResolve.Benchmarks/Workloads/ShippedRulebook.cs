using AutoResolve.Rules.Linting;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>The rulebook and the sample issues of this repository.</summary>
internal static class ShippedRulebook
{
    /// <summary>The root of the repository.</summary>
    public static string Repository { get; } = Find();

    public static string Folder { get; } = Path.Combine(Repository, "rules");

    /// <summary>Loaded once a process.</summary>
    public static Rulebook Loaded => LazyRulebook.Value;

    private static readonly Lazy<Rulebook> LazyRulebook = new(() => Rulebook.Load(Folder));

    public static IReadOnlyList<Issue> SampleIssues() =>
        [
            .. File.ReadLines(Path.Combine(Folder, "samples", "issues.jsonl"))
                .Where(line => line.Length > 0)
                .Select(JObject.Parse)
                .Select(ToIssue),
        ];

    /// <summary>The phrases of all rules.</summary>
    public static IEnumerable<string> Phrases() =>
        Loaded
            .Sets.SelectMany(set => set.Rules)
            .SelectMany(ConditionWalker.ConditionsOf)
            .SelectMany(condition => condition.PhrasesSought)
            .Select(phrase => phrase.Value);

    /// <summary>The facts that its rules may need.</summary>
    public static IReadOnlyCollection<string> Facts() =>
        [.. Loaded.Sets.SelectMany(set => set.Facts).Select(fact => fact.Name.Value).Distinct()];

    private static Issue ToIssue(JObject json) =>
        new()
        {
            Id = (string?)json["id"] ?? "",
            Text = (string?)json["text"] ?? "",
            Title = (string?)json["title"],
            Channel = (string?)json["channel"],
            Product = (string?)json["product"],
            Locale = (string?)json["locale"],
        };

    // BenchmarkDotNet runs in a folder of its own, so the repository is looked for upwards from the assembly.
    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AutoResolve.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No folder with AutoResolve.sln above " + AppContext.BaseDirectory);
    }
}
