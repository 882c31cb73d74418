namespace AutoResolve.ShippedRules.Tests;

/// <summary>A wrong answer costs more than ten missed ones.</summary>
public sealed class HoldBackTests
{
    private const double MostSentToVa = 0.1;

    public static TheoryData<string> Clean => [.. Shipped.Lines("clean.txt")];

    public static TheoryData<string> NearMisses => [.. Shipped.Lines("near-misses.txt")];

    [Theory]
    [MemberData(nameof(Clean))]
    public async Task Resolve_NotAboutVaGov_IsNeitherAnsweredNorAsked(string text)
    {
        var resolution = await Shipped.ResolveAsync(text);

        Assert.False(resolution.Outcome is Outcome.Answered or Outcome.Fixed or Outcome.Asked, resolution.ToString());
    }

    // A word that VA has too, such as "pension", sends it to the team of that word, and a person reads it there.
    [Fact]
    public async Task Resolve_NotAboutVaGov_SeldomGoesToATeamOfVa()
    {
        var sent = 0;
        foreach (var text in Shipped.Lines("clean.txt"))
            sent += await Shipped.ResolveAsync(text) is { Outcome: Outcome.Routed, Tier: not 0 } ? 1 : 0;

        Assert.True(sent <= MostSentToVa * Shipped.Lines("clean.txt").Count(), $"{sent} texts");
    }

    [Fact]
    public void Clean_IsAWideCorpus()
    {
        var texts = Shipped.Lines("clean.txt").ToList();

        Assert.True(texts.Count >= 300, $"{texts.Count} texts");
        Assert.Distinct(texts, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public async Task Resolve_CloseToAnAnswerButAnotherProblem_IsNotAnswered(string text)
    {
        var resolution = await Shipped.ResolveAsync(text);

        Assert.False(resolution.Outcome is Outcome.Answered or Outcome.Fixed or Outcome.Ignored, resolution.ToString());
    }
}
