using Newtonsoft.Json.Linq;

namespace AutoResolve.ShippedRules.Tests;

public sealed class SampleTests
{
    private static readonly Dictionary<string, JObject> Issues = Read("rules/samples/issues.jsonl");
    private static readonly Dictionary<string, JObject> Expected = Read("rules/samples/expected.jsonl");
    private static readonly IIssueResolver Resolver = Shipped.CreateResolver();

    public static TheoryData<string> Ids() => [.. Issues.Keys];

    [Fact]
    public void Samples_AreMany_AndHaveEveryOutcome()
    {
        Assert.True(Issues.Count >= 40);
        Assert.Equal(Issues.Keys.Order(), Expected.Keys.Order());
        Assert.Equal(
            Enum.GetNames<Outcome>().Select(name => name.ToLowerInvariant()).Order(),
            Expected.Values.Select(entry => (string)entry["outcome"]!).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Sample_IsDecided_AsExpected(string id)
    {
        var resolution = await Resolver.ResolveAsync(ToIssue(Issues[id]));

        Assert.Equal(
            ((string)Expected[id]["outcome"]!, (string?)Expected[id]["rule"]),
            (resolution.Outcome.ToString().ToLowerInvariant(), resolution.Rule?.Id));
    }

    public static TheoryData<string> CleanTexts() => [.. File.ReadLines(Path.Combine(Shipped.Root, "tests/AutoResolve.Rulebook.Tests/Data/clean.txt")).Where(line => line.Length > 0)];

    [Theory]
    [MemberData(nameof(CleanTexts))]
    public async Task TextAboutOtherThings_GetsNoAnswer(string text)
    {
        var resolution = await Resolver.ResolveAsync(new Issue { Id = "clean", Text = text });

        Assert.True(resolution.Outcome is not (Outcome.Answered or Outcome.Fixed), resolution.Summary);
    }

    private static Dictionary<string, JObject> Read(string path) =>
        File.ReadLines(Path.Combine(Shipped.Root, path)).Where(line => line.Length > 0).Select(JObject.Parse).ToDictionary(entry => (string)entry["id"]!);

    private static Issue ToIssue(JObject json) => new()
    {
        Id = (string)json["id"]!,
        Text = (string?)json["text"] ?? "",
        Title = (string?)json["title"],
        Channel = (string?)json["channel"],
        Product = (string?)json["product"],
        Locale = (string?)json["locale"],
        Tenant = (string?)json["tenant"],
        Requester = (string?)json["requester"],
        Fields = json["fields"]?.ToObject<Dictionary<string, string>>() ?? [],
        Tried = json["tried"]?.ToObject<List<string>>() ?? [],
    };
}
