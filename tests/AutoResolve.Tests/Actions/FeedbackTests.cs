using AutoResolve.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Actions;

public sealed class FeedbackTests
{
    private const string Answer = """{ "outcome": "answer", "answer": { "en": "Try again tomorrow." } }""";
    private const string Demote = "\"demote\": { \"below\": 0.5, \"after\": 5 },";
    private const string Promote = "\"promote\": { \"atLeast\": 0.5, \"after\": 5 },";

    [Fact]
    public async Task Record_CountsUsesAndVerdictsOfTheRule()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answer));
        await ProcessAsync(host, 4);

        await SayAsync(host, "issue-0", FeedbackVerdict.Helpful);
        await SayAsync(host, "issue-1", FeedbackVerdict.Reopened);
        var record = await SayAsync(host, "issue-2", FeedbackVerdict.Wrong);

        Assert.Equal(new TrackRecord("alpha", 1, 4, 1, 1, 1), record);
        Assert.Equal(record, await host.Get<IFeedbackCollector>().TrackRecordOfAsync("alpha", 1));
    }

    [Fact]
    public async Task Record_OfAnUnknownIssue_IsWrittenAndNoRules()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answer));

        Assert.Null(await SayAsync(host, "nobody", FeedbackVerdict.Helpful));
        Assert.Equal(["Feedback helpful"], await host.StoryAsync());
    }

    [Fact]
    public async Task Demotion_BelowTheThreshold_MakesTheRuleSuggestOnlyAndIsTold()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answer, more: Demote));
        await ProcessAsync(host, 6);
        for (var issue = 0; issue < 4; issue++)
            await SayAsync(host, $"issue-{issue}", FeedbackVerdict.Wrong);
        Assert.DoesNotContain("Demotion suggest", await host.StoryAsync());

        var fallen = await SayAsync(host, "issue-4", FeedbackVerdict.Wrong);
        var later = await SayAsync(host, "issue-5", FeedbackVerdict.Wrong);

        Assert.Equal([true, true], [fallen?.OnlySuggests, later?.OnlySuggests]);
        Assert.Single(await host.StoryAsync(), entry => entry == "Demotion suggest");
        var after = await host.ProcessAsync("issue-after");
        Assert.Equal((Outcome.Escalated, ResolutionReason.OnlySuggested), (after.Outcome, after.Resolution.Reason));
        Assert.Equal(6, host.Mail.Sent.Count);
        Assert.Contains(host.Logs.GetSnapshot(), record =>
            record.Message.StartsWith("Rule alpha version 1 only suggests from now on", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Demotion_AtGoodVerdicts_DoesNotCome()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answer, more: Demote));
        await ProcessAsync(host, 12);
        for (var issue = 0; issue < 12; issue++)
            await SayAsync(host, $"issue-{issue}", issue == 11 ? FeedbackVerdict.Wrong : FeedbackVerdict.Helpful);

        Assert.DoesNotContain("Demotion suggest", await host.StoryAsync());
    }

    [Fact]
    public async Task Promotion_AboveTheThreshold_IsOnlyProposedOnce()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha", Answer, status: "suggest", more: Promote));
        await ProcessAsync(host, 9);
        for (var issue = 0; issue < 9; issue++)
            await SayAsync(host, $"issue-{issue}", FeedbackVerdict.Helpful);

        Assert.Single(await host.StoryAsync(), entry => entry == "PromotionProposal active");
        Assert.Equal(Outcome.Escalated, (await host.ProcessAsync("issue-after")).Outcome);
    }

    [Theory]
    [InlineData(0, 0, 0.0)]
    [InlineData(1, 1, 0.2065)]
    [InlineData(10, 10, 0.7225)]
    [InlineData(5, 10, 0.2366)]
    [InlineData(95, 100, 0.8882)]
    [InlineData(0, 10, 0.0)]
    public void LowerBound_IsWilsons(int helpful, int verdicts, double bound) =>
        Assert.Equal(bound, new TrackRecord("a", 1, verdicts, helpful, 0, verdicts - helpful).LowerBound, 4);

    private static async Task ProcessAsync(ActingHost host, int issues)
    {
        for (var issue = 0; issue < issues; issue++)
            await host.ProcessAsync($"issue-{issue}", requester: $"r-{issue}");
    }

    private static async Task<TrackRecord?> SayAsync(ActingHost host, string issue, FeedbackVerdict verdict) =>
        await host.Get<IFeedbackCollector>()
            .RecordAsync(
                new Feedback
                {
                    IssueId = issue,
                    Verdict = verdict,
                    By = "u-1",
                }
            );
}
