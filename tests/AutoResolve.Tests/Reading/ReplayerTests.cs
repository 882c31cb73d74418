using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Reading;
using AutoResolve.Tests.Actions;
using AutoResolve.Tests.Decisions;

namespace AutoResolve.Tests.Reading;

public sealed class ReplayerTests
{
    [Fact]
    public async Task Replay_WithTheRulebookOfThen_GivesTheSame()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        await host.ProcessAsync("issue-2", "omega");

        Assert.Equal(["routed by alpha version 1 to payments", "escalated"], (await ReplayAsync(host)).Select(replay => replay.Now));
        Assert.All(await ReplayAsync(host), replay => Assert.Equal(ReplayResult.Same, replay.Result));
    }

    [Fact]
    public async Task Replay_OfARulebookThatIsNotKept_SaysSo()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];

        var replay = await Replayer(host).ReplayAsync(decision with { RulebookRevision = "another" });

        Assert.Equal((ReplayResult.NotKept, null, null), (replay.Result, replay.Then, replay.Now));
        Assert.Equal("the journal does not hold the rules of revision another", replay.Problem);
    }

    [Fact]
    public async Task Replay_OfAnEntryThatSaysOtherwise_Differs()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];

        var replay = await Replayer(host).ReplayAsync(decision with { Label = "answered" }, CancellationToken.None);

        Assert.Equal((ReplayResult.Different, null), (replay.Result, replay.Problem));
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

        Assert.Equal(beside, replay.Beside);
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
        Assert.Equal(ReplayResult.NotKept, Assert.Single(before).Result);
        Assert.Equal(ReplayResult.Same, Assert.Single(after).Result);
        Assert.Single(host.Logs.GetSnapshot(), log => log.Id.Name == "RulebookNotKept");
    }

    [Fact]
    public async Task Replay_WithActionsOfHandlersThatAreNotHere_GivesTheSame()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "unlock", "with": { "account": "a-1" } }"""));
        await host.ProcessAsync();

        Assert.Equal(["fixed by alpha version 1"], (await ReplayAsync(host)).Select(replay => replay.Now));
    }

    [Fact]
    public async Task Replay_OfWhatNoRulebookMade_SaysSo()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];

        var replay = await Replayer(host).ReplayAsync(decision with { RulebookRevision = null });

        Assert.Equal(ReplayResult.WithoutRules, replay.Result);
    }

    [Fact]
    public async Task Replay_OfADamagedEntry_SaysThatItIsUnreadable()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];

        var replay = await Replayer(host).ReplayAsync(decision with { Content = "[" });

        Assert.Equal(ReplayResult.Unreadable, replay.Result);
        Assert.Contains("cannot be read", replay.Problem, StringComparison.Ordinal);
    }

    private static Replayer Replayer(ActingHost host) => new(host.Journal, new RulebookOptions(), host.Clock);

    private static async Task<IReadOnlyList<Replay>> ReplayAsync(ActingHost host) => await Replayer(host).ReplayAllAsync().ToListAsync();
}
