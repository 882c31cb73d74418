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

    // Halves by others that were only measured when the guards were written: d at 122 of 160 and 31 of 200 wrongly, f at 137 of 200 (136
    // since the last "and" of a phrase must be there) and 42 of 200. What they are at must not get worse; the aim is that of the others.
    private const double LeastGuardedOfD = 0.76;
    private const double MostWronglyGuardedOfD = 0.155;
    private const double LeastGuardedOfF = 0.68;
    private const double MostWronglyGuardedOfF = 0.21;

    // Of c and d together, before guards were written by concepts: 34 of 400.
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

    [Theory]
    [InlineData("c", 0.95, MostWronglyGuarded)]
    [InlineData("d", LeastGuardedOfD, MostWronglyGuardedOfD)]
    [InlineData("e", 0.95, 0.04)]
    [InlineData("f", LeastGuardedOfF, MostWronglyGuardedOfF)]
    public async Task TextsOfOthers_AreGuardedAsTheyWere(string half, double least, double mostWrongly)
    {
        var danger = Texts("danger", half).ToList();
        var harmless = Texts("harmless", half).ToList();

        var guarded = await ShareGuardedAsync(danger, tellGuarded: false);
        var wronglyGuarded = await ShareGuardedAsync(harmless, tellGuarded: true);

        output.WriteLine($"{half}: guarded {guarded:P1} of {danger.Count}, wrongly {wronglyGuarded:P1} of {harmless.Count}");
        Assert.True(guarded >= least, $"{guarded:P1} of {danger.Count} texts");
        Assert.True(wronglyGuarded <= mostWrongly, $"{wronglyGuarded:P1} of {harmless.Count} texts");
    }

    [Fact]
    public async Task HarmlessTextsOfOthers_AreGuardedNoMoreThanBefore()
    {
        var harmless = Texts("harmless", "c").Concat(Texts("harmless", "d")).ToList();

        var wronglyGuarded = await ShareGuardedAsync(harmless, tellGuarded: true);

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
