using Newtonsoft.Json;

namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>A rulebook, and issues that come to each result under it.</summary>
/// <param name="Name">The name for people.</param>
/// <param name="Rules">How many generated rules it has; 0 for the shipped rulebook.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Issues">Some issues of each kind; what no text comes to is left out.</param>
internal sealed record PathRulebook(string Name, int Rules, string Folder, IReadOnlyDictionary<PathKind, Issue[]> Issues)
{
    /// <summary>Writes the issues where another process can read them.</summary>
    public string WriteIssues(string folder)
    {
        var path = Path.Combine(folder, Name.Replace(' ', '-') + "-issues.json");
        File.WriteAllText(
            path,
            JsonConvert.SerializeObject(
                Issues.ToDictionary(
                    entry => entry.Key,
                    entry => entry.Value.Select(issue => new KeptIssue(issue.Text, issue.Channel, issue.Locale, issue.Fields))
                )
            )
        );
        return path;
    }

    public static PathRulebook Read(string folder, string issues)
    {
        var kept = JsonConvert.DeserializeObject<Dictionary<PathKind, KeptIssue[]>>(File.ReadAllText(issues))!;
        return new PathRulebook("", 0, folder, kept.ToDictionary(entry => entry.Key, entry => entry.Value.Select(ToIssue).ToArray()));
    }

    private static Issue ToIssue(KeptIssue kept) =>
        new()
        {
            Id = "",
            Text = kept.Text,
            Channel = kept.Channel,
            Locale = kept.Locale,
            Fields = kept.Fields,
        };

    private sealed record KeptIssue(string Text, string? Channel, string? Locale, IReadOnlyDictionary<string, string> Fields);
}
