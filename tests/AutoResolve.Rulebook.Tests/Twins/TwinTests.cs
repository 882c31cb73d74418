using System.Text.Json;
using Xunit.Abstractions;

namespace AutoResolve.ShippedRules.Tests.Twins;

/// <summary>A Spanish text is decided as its English twin.</summary>
public sealed class TwinTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("twins.jsonl", 0.9)]
    [InlineData("sealed.jsonl", 0.57)]
    [InlineData("sealed-b.jsonl", 0.6)]
    public async Task Resolve_SpanishTwin_IsDecidedAsItsEnglishTwin(string file, double atLeast)
    {
        var pairs = 0;
        var same = 0;
        foreach (var pair in Read(file))
        {
            var english = await Shipped.ResolveAsync(new Issue { Id = pair.Id, Text = pair.En });
            var spanish = await Shipped.ResolveAsync(new Issue { Id = pair.Id, Text = pair.Es });
            pairs++;
            if (AreSame(english, spanish))
                same++;
            else
                output.WriteLine($"{pair.Type} {pair.Id} {Told(english)} | {Told(spanish)}\n  {pair.En}\n  {pair.Es}");
        }

        output.WriteLine($"{same} of {pairs} pairs have the same outcome, type and team");
        Assert.True(same >= atLeast * pairs, $"{same} of {pairs} pairs have the same outcome, type and team");
    }

    // Which guard it is does not matter: a person reads it at once.
    private static bool AreSame(Resolution english, Resolution spanish) =>
        (IsGuarded(english) && IsGuarded(spanish))
        || (
            IsGuarded(english) == IsGuarded(spanish)
            && english.Outcome == spanish.Outcome
            && english.Type == spanish.Type
            && english.Team == spanish.Team
        );

    private static bool IsGuarded(Resolution resolution) => resolution.Reason == ResolutionReason.Guarded;

    private static string Told(Resolution resolution) => $"{resolution.Outcome} {resolution.Rule?.Id} {resolution.Type} {resolution.Team}";

    private static IEnumerable<Pair> Read(string file) =>
        File.ReadLines(Path.Combine(Shipped.Folder, "..", "tests", "AutoResolve.Rulebook.Tests", "Twins", file))
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<Pair>(line, Web)!);

    private sealed record Pair(string Id, string Type, string En, string Es);
}
