using System.Text.Json;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>An issue of the samples, and what is to be decided for it.</summary>
internal sealed record Sample(Issue Issue, string? Outcome, string? Rule)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Sample> All { get; } = Read();

    private static List<Sample> Read()
    {
        var expected = Lines("expected.jsonl")
            .Select(line => JsonSerializer.Deserialize<Expected>(line, Web)!)
            .ToDictionary(line => line.Id);
        return
        [
            .. Lines("issues.jsonl")
                .Select(line => JsonSerializer.Deserialize<Issue>(line, Web)!)
                .Select(issue => new Sample(
                    issue,
                    expected.GetValueOrDefault(issue.Id)?.Outcome,
                    expected.GetValueOrDefault(issue.Id)?.Rule
                )),
        ];
    }

    private static IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(Shipped.Folder, "samples", name));

    private sealed record Expected(string Id, string Outcome, string? Rule);
}
