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
        await KeepAsync(host);
        await host.ProcessAsync();
        await host.ProcessAsync("issue-2", "omega");

        Assert.Equal(["routed by alpha version 1 to payments", "escalated"], (await ReplayAsync(host)).Select(replay => replay?.Now));
        Assert.All(await ReplayAsync(host), replay => Assert.True(replay?.IsSame));
    }

    [Fact]
    public async Task Replay_OfARulebookThatWasNotKept_IsNull()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await host.ProcessAsync();

        Assert.Equal([null], await ReplayAsync(host));
    }

    [Fact]
    public async Task Replay_OfAnEntryThatSaysOtherwise_Differs()
    {
        await using var host = ActingHost.With(SomeRules.Rule("alpha"));
        await KeepAsync(host);
        await host.ProcessAsync();
        var decision = (await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))[0];

        var replay = await Replayer(host).ReplayAsync(decision with { Label = "answered" }, CancellationToken.None);

        Assert.False(replay?.IsSame);
    }

    private static Replayer Replayer(ActingHost host) => new(host.Journal, new RulebookOptions(), host.Clock);

    private static async Task KeepAsync(ActingHost host) => await host.Get<RulebookKeeper>().KeepAsync(CancellationToken.None);

    private static async Task<IReadOnlyList<Replay?>> ReplayAsync(ActingHost host)
    {
        List<Replay?> replays = [];
        foreach (var decision in await host.EntriesAsync(new JournalQuery { Kinds = [JournalEntryKind.Decision] }))
            replays.Add(await Replayer(host).ReplayAsync(decision, CancellationToken.None));
        return replays;
    }
}
