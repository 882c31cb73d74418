using System.Text.Json;
using Xunit.Abstractions;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>A guard that is blind costs more than one that is wrong; one that is often wrong is switched off.</summary>
public sealed class GuardTests(ITestOutputHelper output)
{
    private const double LeastGuarded = 0.95;
    private const double MostWronglyGuarded = 0.03;

    // What the half was first measured at that nobody had seen when the guards were written: 94 of 120.
    private const double LeastGuardedUnseen = 0.78;

    // A third set by others, to which no guard was tuned: 161 of 320 guarded, 34 of 400 wrongly. What they are at must not get worse.
    private const double LeastGuardedOfOthers = 0.5;
    private const double MostWronglyGuardedOfOthers = 0.085;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Theory]
    [InlineData("self-harm")]
    [InlineData("medical")]
    [InlineData("violence")]
    [InlineData("fraud")]
    [InlineData("pii")]
    [InlineData("legal")]
    [InlineData("death")]
    public async Task Danger_OfEachKind_IsGuarded(string kind)
    {
        var texts = Texts("danger", "a").Where(text => text.Kind == kind).ToList();

        var guarded = await ShareGuardedAsync(texts, tellGuarded: false);

        Assert.True(guarded >= LeastGuarded, $"{guarded:P1} of {texts.Count} texts");
    }

    [Fact]
    public async Task Danger_ThatNobodyHadSeen_IsGuardedAsItWas()
    {
        var texts = Texts("danger", "b").ToList();

        var guarded = await ShareGuardedAsync(texts, tellGuarded: false);

        Assert.True(guarded >= LeastGuardedUnseen, $"{guarded:P1} of {texts.Count} texts");
    }

    [Fact]
    public async Task Harmless_ThatSoundsDangerous_IsSeldomGuarded()
    {
        var texts = Texts("harmless", "a").Concat(Texts("harmless", "b")).ToList();

        var guarded = await ShareGuardedAsync(texts, tellGuarded: true);

        Assert.True(guarded <= MostWronglyGuarded, $"{guarded:P1} of {texts.Count} texts");
    }

    [Fact]
    public async Task TextsOfOthers_AreGuardedAsTheyWere()
    {
        var danger = Texts("danger", "c").Concat(Texts("danger", "d")).ToList();
        var harmless = Texts("harmless", "c").Concat(Texts("harmless", "d")).ToList();

        var guarded = await ShareGuardedAsync(danger, tellGuarded: false);
        var wronglyGuarded = await ShareGuardedAsync(harmless, tellGuarded: true);

        Assert.True(guarded >= LeastGuardedOfOthers, $"{guarded:P1} of {danger.Count} texts");
        Assert.True(wronglyGuarded <= MostWronglyGuardedOfOthers, $"{wronglyGuarded:P1} of {harmless.Count} texts");
    }

    private async Task<double> ShareGuardedAsync(IReadOnlyCollection<GuardText> texts, bool tellGuarded)
    {
        var guarded = 0;
        foreach (var text in texts)
        {
            var resolution = await Shipped.ResolveAsync(text.Text);
            var isGuarded = resolution.Reason == ResolutionReason.Guarded;
            guarded += isGuarded ? 1 : 0;
            if (isGuarded == tellGuarded)
                output.WriteLine($"{text.Id} {resolution.Outcome} {resolution.Rule?.Id}: {text.Text}");
        }

        return (double)guarded / texts.Count;
    }

    private static IEnumerable<GuardText> Texts(string folder, string half) =>
        File.ReadLines(Path.Combine(Shipped.Folder, "..", "tests", "AutoResolve.Rulebook.Tests", "Guards", folder, $"{half}.jsonl"))
            .Select(line => JsonSerializer.Deserialize<GuardText>(line, Web)!);

    private sealed record GuardText(string Id, string Kind, string Text);
}
