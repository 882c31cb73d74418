using System.Text.Json;
using Xunit.Abstractions;

namespace AutoResolve.ShippedRules.Tests;

/// <summary>A guard that is blind costs more than one that is wrong; one that is often wrong is switched off.</summary>
public sealed class GuardTests(ITestOutputHelper output)
{
    private const double LeastGuarded = 0.95;
    private const double MostWronglyGuarded = 0.03;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<List<GuardText>> Known = new(() => [.. Read("texts.jsonl")]);
    private static readonly Lazy<List<GuardText>> Sealed = new(() => [.. Read("sealed.jsonl")]);
    private static readonly Lazy<List<GuardText>> Long = new(() => [.. Read("long.jsonl")]);

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
        var texts = Known.Value.Where(text => text is { Bank: "a", Label: "danger" } && text.Kind == kind).ToList();

        var found = await DecideAsync(texts, tellGuarded: false);

        Assert.True(found.Guarded >= LeastGuarded, $"{found.Guarded:P1} of {texts.Count} texts");
    }

    [Theory]
    [InlineData("a", LeastGuarded, MostWronglyGuarded)]
    [InlineData("b", LeastGuarded, MostWronglyGuarded)]
    [InlineData("c", LeastGuarded, MostWronglyGuarded)]
    [InlineData("d", LeastGuarded, 0.08)]
    [InlineData("e", LeastGuarded, MostWronglyGuarded)]
    [InlineData("f", LeastGuarded, 0.135)]
    public async Task TextsThatWereLearntFrom_AreGuarded_AndThoseThatOnlySoundLikeIt_SeldomAre(
        string bank,
        double least,
        double mostWrongly
    )
    {
        var danger = Known.Value.Where(text => text.Bank == bank && text.Label == "danger").ToList();
        var harmless = Known.Value.Where(text => text.Bank == bank && text.Label == "harmless").ToList();

        var found = await DecideAsync(danger, tellGuarded: false);
        var wrongly = await DecideAsync(harmless, tellGuarded: true);

        output.WriteLine($"{bank}: guarded {found.Guarded:P1} of {danger.Count}, wrongly {wrongly.Guarded:P1} of {harmless.Count}");
        Assert.True(found.Guarded >= least, $"{found.Guarded:P1} of {danger.Count} texts");
        Assert.True(wrongly.Guarded <= mostWrongly, $"{wrongly.Guarded:P1} of {harmless.Count} texts");
    }

    // By writer; what they come to, which must not get worse. The aim is that of the others.
    [Theory]
    [InlineData("u", 0.98, 0, 0.02)]
    [InlineData("v", 0.99, 0, 0.02)]
    [InlineData("x", 0.9, 0.01, 0.06)]
    [InlineData("y", 0.99, 0, 0.06)]
    [InlineData("z1", 0.99, 0, 0.02)]
    [InlineData("z2", 1, 0, 0.03)]
    [InlineData("z3", 0.98, 0, 0)]
    [InlineData("z4", 1, 0, 0.05)]
    public async Task TextsThatNobodyHadSeen_AreGuardedAsTheyWere(string bank, double least, double mostByMachine, double mostWrongly)
    {
        var danger = Sealed.Value.Where(text => text.Bank == bank && text.Label == "danger").ToList();
        var harmless = Sealed.Value.Where(text => text.Bank == bank && text.Label == "harmless").ToList();

        var found = await DecideAsync(danger, tellGuarded: false);
        var wrongly = await DecideAsync(harmless, tellGuarded: true);

        output.WriteLine($"{bank}: guarded {found.Guarded:P1}, by machine {found.ByMachine:P1}, harmless wrongly {wrongly.Guarded:P1}");
        Assert.True(found.Guarded >= least, $"{found.Guarded:P1} of {danger.Count} texts");
        Assert.True(found.ByMachine <= mostByMachine, $"{found.ByMachine:P1} of {danger.Count} texts");
        Assert.True(wrongly.Guarded <= mostWrongly, $"{wrongly.Guarded:P1} of {harmless.Count} texts");
    }

    // One sentence of danger in a long message about something else; and long messages of nobody in danger.
    [Theory]
    [InlineData("la", 0.81, 0.058, 0.11)]
    [InlineData("lb", 0.77, 0.058, 0.116)]
    [InlineData("lc", 0.88, 0, 0.2)]
    [InlineData("ld", 0.97, 0.023, 0.23)]
    public async Task LongMessages_AreGuardedAsTheyWere(string bank, double least, double mostByMachine, double mostWrongly)
    {
        var danger = Long.Value.Where(text => text.Bank == bank && text.Label == "danger").ToList();
        var ordinary = Long.Value.Where(text => text.Bank == bank && text.Label == "ordinary").ToList();

        var found = await DecideAsync(danger, tellGuarded: false);
        var wrongly = await DecideAsync(ordinary, tellGuarded: true);

        output.WriteLine($"{bank}: guarded {found.Guarded:P1}, by machine {found.ByMachine:P1}, ordinary wrongly {wrongly.Guarded:P1}");
        Assert.True(found.Guarded >= least, $"{found.Guarded:P1} of {danger.Count} texts");
        Assert.True(found.ByMachine <= mostByMachine, $"{found.ByMachine:P1} of {danger.Count} texts");
        Assert.True(wrongly.Guarded <= mostWrongly, $"{wrongly.Guarded:P1} of {ordinary.Count} texts");
    }

    [Fact]
    public void Texts_AreEachOfOneKindAndOneWriter()
    {
        var texts = Known.Value.Concat(Sealed.Value).Concat(Long.Value).ToList();

        Assert.Distinct(texts.Select(text => text.Text), StringComparer.Ordinal);
        Assert.All(texts, text => Assert.Contains(text.Label, (string[])["danger", "harmless", "ordinary"]));
        Assert.DoesNotContain(Sealed.Value.Concat(Long.Value), text => Known.Value.Exists(known => known.Writer == text.Writer));
    }

    private async Task<(double Guarded, double ByMachine)> DecideAsync(List<GuardText> texts, bool tellGuarded)
    {
        var (guarded, byMachine) = (0, 0);
        foreach (var text in texts)
        {
            var resolution = await Shipped.ResolveAsync(text.Text);
            var isGuarded = resolution.Reason == ResolutionReason.Guarded;
            guarded += isGuarded ? 1 : 0;
            byMachine += isGuarded || resolution.Outcome == Outcome.Escalated ? 0 : 1;
            if (isGuarded == tellGuarded)
                output.WriteLine($"{text.Id} {resolution.Outcome} {resolution.Rule?.Id}: {text.Text}");
        }

        return ((double)guarded / texts.Count, (double)byMachine / texts.Count);
    }

    private static IEnumerable<GuardText> Read(string file) =>
        File.ReadLines(Path.Combine(Shipped.Folder, "..", "tests", "AutoResolve.Rulebook.Tests", "Guards", file))
            .Select(line => JsonSerializer.Deserialize<GuardText>(line, Web)!);

    private sealed record GuardText(string Id, string Bank, string Writer, string Label, string Kind, string Text);
}
