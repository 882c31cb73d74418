namespace AutoResolve.ShippedRules.Tests;

/// <summary>A wrong answer costs more than ten missed ones.</summary>
public sealed class HoldBackTests
{
    public static TheoryData<string> Clean => [.. Shipped.Lines("clean.txt")];

    public static TheoryData<string> NearMisses => [.. Shipped.Lines("near-misses.txt")];

    [Theory]
    [MemberData(nameof(Clean))]
    public async Task Resolve_NotAboutVaGov_IsLeftAloneOrSentToAnotherDesk(string text)
    {
        var resolution = await Shipped.ResolveAsync(text);

        // A guard that is too careful, or the coarse layer, gives it to a person of the desk, who would have got it anyway.
        Assert.True(
            resolution.Rule is null
                || resolution.Outcome is Outcome.Ignored or Outcome.Closed
                || resolution is { Outcome: Outcome.Routed, Tier: 0 } or { Outcome: Outcome.Escalated, Reason: ResolutionReason.Guarded }
                || resolution is { Outcome: Outcome.Escalated, Team: "veteran-support" or "contact-center" },
            resolution.ToString()
        );
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
