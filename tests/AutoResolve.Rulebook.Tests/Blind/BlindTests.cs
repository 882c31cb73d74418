using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace AutoResolve.ShippedRules.Tests.Blind;

/// <summary>What the rulebook does with texts of others, by type of problem.</summary>
public sealed class BlindTests(ITestOutputHelper output)
{
    // Parts that the rules were written with or the classifiers learnt from, and as the last those that only measure.
    private static readonly Dictionary<string, Bounds> ByPart = new(StringComparer.Ordinal)
    {
        ["types-1-37"] = new(MinRight: 0.96, MaxBare: 0, MaxWronglyAnswered: 0),
        ["types-38-73"] = new(MinRight: 0.95, MaxBare: 0, MaxWronglyAnswered: 0),
        ["types-1-37-b"] = new(MinRight: 0.95, MaxBare: 0, MaxWronglyAnswered: 0),
        ["types-38-73-b"] = new(MinRight: 0.94, MaxBare: 0.014, MaxWronglyAnswered: 0),
        ["types-1-37-c"] = new(MinRight: 0.9, MaxBare: 0.03, MaxWronglyAnswered: 1),
        ["types-38-73-c"] = new(MinRight: 0.93, MaxBare: 0.03, MaxWronglyAnswered: 0),
        ["types-1-37-d"] = new(MinRight: 0.96, MaxBare: 0, MaxWronglyAnswered: 0),
        ["types-38-73-d"] = new(MinRight: 0.93, MaxBare: 0.03, MaxWronglyAnswered: 0),
        ["types-1-37-e"] = new(MinRight: 0.96, MaxBare: 0.01, MaxWronglyAnswered: 0),
        ["types-38-73-e"] = new(MinRight: 0.96, MaxBare: 0.01, MaxWronglyAnswered: 0),
        ["types-1-37-f"] = new(MinRight: 0.87, MaxBare: 0.01, MaxWronglyAnswered: 0),
        ["types-38-73-f"] = new(MinRight: 0.77, MaxBare: 0.056, MaxWronglyAnswered: 0),
        ["types-1-37-g"] = new(MinRight: 0.82, MaxBare: 0.055, MaxWronglyAnswered: 0),
        ["types-38-73-g"] = new(MinRight: 0.83, MaxBare: 0.03, MaxWronglyAnswered: 1),
        ["types-1-37-h"] = new(MinRight: 0.94, MaxBare: 0.02, MaxWronglyAnswered: 0),
        ["types-38-73-h"] = new(MinRight: 0.91, MaxBare: 0.04, MaxWronglyAnswered: 1),
        ["types-1-37-i"] = new(MinRight: 0.945, MaxBare: 0.02, MaxWronglyAnswered: 0),
        ["types-38-73-i"] = new(MinRight: 0.94, MaxBare: 0.01, MaxWronglyAnswered: 0),
        ["types-1-37-j"] = new(MinRight: 0.98, MaxBare: 0, MaxWronglyAnswered: 0),
        ["types-38-73-j"] = new(MinRight: 0.895, MaxBare: 0, MaxWronglyAnswered: 0),
        ["types-1-37-k"] = new(MinRight: 0.96, MaxBare: 0, MaxWronglyAnswered: 0),
        ["types-38-73-k"] = new(MinRight: 0.98, MaxBare: 0, MaxWronglyAnswered: 0),
    };
    private const double MaxAsked = 0.05;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly Dictionary<int, KnownType> Types = JsonSerializer
        .Deserialize<List<KnownType>>(File.ReadAllText(PathOf("types.json")), Web)!
        .ToDictionary(type => type.Type);

    public static TheoryData<string> Parts => [.. ByPart.Keys];

    private enum Verdict
    {
        Right,
        Bare,
        Guarded,
        WrongTopic,
        WronglyAnswered,
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task KnownTypes_AreTold_AndFewAreAnsweredWrongly(string part)
    {
        var bounds = ByPart[part];
        var judged = new List<(Description Text, Verdict Verdict, bool Asked)>();
        foreach (var text in Read($"{part}.jsonl"))
        {
            var resolution = await Shipped.ResolveAsync(
                new Issue
                {
                    Id = text.Id,
                    Title = text.Title,
                    Text = text.Text,
                }
            );
            var verdict = Judge(text, resolution);
            judged.Add((text, verdict, resolution.Outcome == Outcome.Asked));
            if (verdict != Verdict.Right)
                output.WriteLine($"{verdict} {text.Type} {text.Id} {resolution.Outcome} {resolution.Rule?.Id}: {text.Text}");
        }

        var byType = judged.GroupBy(text => text.Text.Type).ToList();
        double Share(Func<(Description Text, Verdict Verdict, bool Asked), bool> counts) =>
            byType.Average(type => type.Count(counts) / (double)type.Count());
        var right = Share(text => text.Verdict == Verdict.Right);
        var bare = Share(text => text.Verdict == Verdict.Bare);
        var guarded = Share(text => text.Verdict == Verdict.Guarded);
        var asked = Share(text => text.Asked);
        var wronglyAnswered = judged.Where(text => text.Verdict == Verdict.WronglyAnswered).Select(text => text.Text.Id).ToList();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{judged.Count} texts, by type: right {right:P1}, escalated with nothing known {bare:P1}, guarded {guarded:P1}, asked {asked:P1}, answered wrongly {wronglyAnswered.Count}"
            )
        );

        Assert.True(wronglyAnswered.Count <= bounds.MaxWronglyAnswered, $"answered wrongly {string.Join(' ', wronglyAnswered)}");
        Assert.True(right >= bounds.MinRight, $"right {right:P1}");
        Assert.True(bare <= bounds.MaxBare, $"escalated with nothing known {bare:P1}");
        Assert.True(asked <= MaxAsked, $"asked {asked:P1}");
    }

    [Theory]
    [InlineData("other.jsonl", 0)]
    [InlineData("other-b.jsonl", 0)]
    [InlineData("other-c.jsonl", 0)]
    [InlineData("other-d.jsonl", 0)]
    [InlineData("other-e.jsonl", 0)]
    [InlineData("other-f.jsonl", 0)]
    [InlineData("other-g.jsonl", 0)]
    [InlineData("other-h.jsonl", 0)]
    [InlineData("other-i.jsonl", 0)]
    [InlineData("other-j.jsonl", 0)]
    [InlineData("other-k.jsonl", 0)]
    public async Task OtherThings_AreNotAnswered(string file, int max)
    {
        List<string> answered = [];
        foreach (var text in Read(file))
        {
            var resolution = await Shipped.ResolveAsync(new Issue { Id = text.Id, Text = text.Text });
            if (resolution.Outcome is Outcome.Answered or Outcome.Fixed or Outcome.Asked)
                answered.Add($"{resolution.Rule?.Id}: {text.Text}");
        }

        output.WriteLine($"{answered.Count} answered or asked{string.Concat(answered.Select(text => $"\n  {text}"))}");
        Assert.InRange(answered.Count, 0, max);
    }

    private static Verdict Judge(Description text, Resolution resolution)
    {
        var acts = resolution.Outcome is Outcome.Answered or Outcome.Fixed;
        if (resolution.Outcome is Outcome.Closed or Outcome.Ignored)
            return text.Best == "closed" ? Verdict.Right : Verdict.WronglyAnswered;
        if (IsOf(text.Type) || (text.Also is { } also && IsOf(also)))
            return Verdict.Right;
        if (resolution.Reason == ResolutionReason.Guarded)
            return Verdict.Guarded;
        if (acts)
            return Verdict.WronglyAnswered;
        return resolution.Outcome == Outcome.Escalated && !TellsTopic(resolution) ? Verdict.Bare : Verdict.WrongTopic;

        bool IsOf(int type)
        {
            var told = resolution.Type?.ToString() ?? "";
            var known = Types[type];
            return (acts ? known.Rules : [.. known.Rules, .. known.HandedTo ?? []]).Any(right =>
                told.StartsWith(right, StringComparison.Ordinal)
            );
        }
    }

    // Not that there may be danger, nor that it is of another desk.
    private static bool TellsTopic(Resolution resolution) =>
        resolution.Type?.ToString() is { } type
        && !type.StartsWith("attention/", StringComparison.Ordinal)
        && !type.StartsWith("other-desk/", StringComparison.Ordinal);

    private static IEnumerable<Description> Read(string file) =>
        File.ReadLines(PathOf(file)).Select(line => JsonSerializer.Deserialize<Description>(line, Web)!);

    private static string PathOf(string file) => Path.Combine(Shipped.Folder, "..", "tests", "AutoResolve.Rulebook.Tests", "Blind", file);

    private sealed record Description(string Id, int Type, string Text, string? Title, string? Best, int? Also);

    private sealed record KnownType(int Type, IReadOnlyList<string> Rules, IReadOnlyList<string>? HandedTo);

    private sealed record Bounds(double MinRight, double MaxBare, int MaxWronglyAnswered);
}
