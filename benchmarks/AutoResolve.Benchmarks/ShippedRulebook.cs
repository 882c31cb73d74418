using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks;

/// <summary>The rulebook and the sample issues of this repository.</summary>
internal static class ShippedRulebook
{
    public static string Folder { get; } = Find();

    public static IReadOnlyList<Issue> SampleIssues() =>
        [.. File.ReadLines(Path.Combine(Folder, "samples", "issues.jsonl")).Where(line => line.Length > 0).Select(JObject.Parse).Select(ToIssue)];

    private static Issue ToIssue(JObject json) => new()
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
                return Path.Combine(folder.FullName, "rules");
        }

        throw new DirectoryNotFoundException("No folder with AutoResolve.sln above " + AppContext.BaseDirectory);
    }
}
