using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Actions;

public sealed class ReplayerTests
{
    [Fact]
    public async Task Replay_WithTheRulebookOfThen_GivesTheSame()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        await host.ProcessAsync("issue-2", "omega");

        Assert.Equal(["routed by alpha version 1 to payments", "escalated"], (await ReplayAsync(host)).Select(replay => replay?.Now));
        Assert.All(await ReplayAsync(host), replay => Assert.True(replay?.IsSame));
    }

    [Fact]
    public async Task Replay_OfARulebookThatIsNotKept_IsNull()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];

        Assert.Null(await Replayer(host).ReplayAsync(decision with { RulebookRevision = "another" }, CancellationToken.None));
    }

    [Fact]
    public async Task Replay_OfAnEntryThatSaysOtherwise_Differs()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];

        var replay = await Replayer(host).ReplayAsync(decision with { Label = "answered" }, CancellationToken.None);

        Assert.False(replay?.IsSame);
    }

    [Theory]
    [InlineData("personHasIt", ResolutionReason.PersonHasIt)]
    [InlineData("tooManyMessages", ResolutionReason.TooManyMessages)]
    [InlineData("deadlinePassed", ResolutionReason.DeadlinePassed)]
    [InlineData("undelivered", ResolutionReason.Undelivered)]
    [InlineData("ruleMatched", null)]
    [InlineData("handlerMissing", null)]
    public async Task Replay_OfWhatRulesAloneDidNotDecide_SaysWhatDid(string reason, ResolutionReason? beside)
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];
        var content = JournalJson.Write(JournalJson.Read<DecisionContent>(decision) with { Reason = reason });

        var replay = await Replayer(host).ReplayAsync(decision with { Content = content }, CancellationToken.None);

        Assert.Equal(beside, replay?.Beside);
    }

    [Fact]
    public async Task Replay_OfARulebookThatCouldNotBeKeptAtFirst_WorksOnceItIsKept()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        host.Journal.CannotKeepRulebooks = true;
        var disposition = await host.ProcessAsync();

        var before = await ReplayAsync(host);
        host.Journal.CannotKeepRulebooks = false;
        await host.Get<RulebookKeeper>().KeepAsync(CancellationToken.None);
        var after = await ReplayAsync(host);

        Assert.Equal((Outcome.Routed, true), (disposition.Outcome, disposition.IsJournaled));
        Assert.Equal([null], before);
        Assert.True(Assert.Single(after)?.IsSame);
        Assert.Single(host.Logs.GetSnapshot(), log => log.Id.Name == "RulebookNotKept");
    }

    [Fact]
    public async Task Replay_WithActionsOfHandlersThatAreNotHere_GivesTheSame()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock", "with": { "account": "a-1" } }"""));
        await host.ProcessAsync();

        Assert.Equal(["fixed by alpha version 1"], (await ReplayAsync(host)).Select(replay => replay?.Now));
    }

    private static Replayer Replayer(ActingHost host) => new(host.Journal, new RulebookOptions(), host.Clock);

    private static async Task<IReadOnlyList<Replay?>> ReplayAsync(ActingHost host)
    {
        List<Replay?> replays = [];
        foreach (var decision in await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))
            replays.Add(await Replayer(host).ReplayAsync(decision, CancellationToken.None));
        return replays;
    }
}
