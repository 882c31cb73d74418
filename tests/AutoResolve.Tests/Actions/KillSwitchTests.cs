using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

/// <summary>What a host was told about stops holds, whatever the journal can do.</summary>
public sealed class KillSwitchTests
{
    private const string Notify = """{ "do": "notify" }""";

    private readonly FaultyJournal _journal = new();

    [Fact]
    public async Task Stop_BeforeTheJournalCouldBeRead_HoldsOnceItCan()
    {
        await using var host = Host();
        GoDown();
        await Assert.ThrowsAsync<JournalException>(() => StopAsync(host));
        Assert.True(host.Get<IKillSwitch>().IsStopped());

        ComeBack();
        await host.Processor.RecoverAsync();

        Assert.True(host.Get<IKillSwitch>().IsStopped());
        Assert.Equal(ActionState.Withheld, (await host.ProcessAsync()).Actions[0].State);
    }

    [Fact]
    public async Task Stop_WhileARefreshIsUnderWay_HoldsAfterIt()
    {
        await using var host = Host();
        await host.ProcessAsync();
        var gate = HoldReading();
        var refresh = ResumeAsync(host);
        RefuseSwitches();
        await Assert.ThrowsAsync<JournalException>(() => StopAsync(host));
        Assert.True(host.Get<IKillSwitch>().IsStopped());

        gate.SetResult();
        await refresh;

        Assert.True(host.Get<IKillSwitch>().IsStopped());
        Assert.Equal(ActionState.Withheld, (await host.ProcessAsync("issue-2")).Actions[0].State);
    }

    [Fact]
    public async Task Stop_WhileTheJournalIsFirstRead_HoldsAfterIt()
    {
        await using var host = Host();
        var gate = HoldReading();
        var reading = host.Processor.RecoverAsync().AsTask();
        await StopAsync(host, "alpha");

        gate.SetResult();
        await reading;

        Assert.Equal((false, true), (host.Get<IKillSwitch>().IsStopped(), host.Get<IKillSwitch>().IsStopped("alpha")));
    }

    [Fact]
    public async Task Stop_ThatCouldNotBeWritten_HoldsOverAnyNumberOfRefreshesAndIsWrittenOnceTheJournalTakesIt()
    {
        await using var host = Host();
        await using var other = Host();
        await host.Processor.RecoverAsync();
        RefuseSwitches();
        await Assert.ThrowsAsync<JournalException>(() => StopAsync(host));
        for (var refresh = 0; refresh < 3; refresh++)
        {
            await host.Processor.RecoverAsync();
            Assert.True(host.Get<IKillSwitch>().IsStopped());
        }

        Assert.Empty(await host.StoryAsync());
        var log = host.Logs.GetSnapshot().Select(record => record.Message);
        Assert.Equal(3, log.Count(message => message.StartsWith("The stop of all rules could not be journaled", StringComparison.Ordinal)));
        ComeBack();
        await host.Processor.RecoverAsync();
        await host.Processor.RecoverAsync();
        await other.Processor.RecoverAsync();

        Assert.Equal(["Switch stop"], await host.StoryAsync());
        Assert.True(other.Get<IKillSwitch>().IsStopped());
    }

    [Fact]
    public async Task Stop_WrittenLate_IsLiftedByAnotherHostsLaterResume()
    {
        await using var host = Host();
        await using var other = Host();
        RefuseSwitches();
        await Assert.ThrowsAsync<JournalException>(() => StopAsync(host));
        ComeBack();
        await ResumeAsync(other);
        await host.Processor.RecoverAsync();
        Assert.True(host.Get<IKillSwitch>().IsStopped());

        await ResumeAsync(other);
        await host.Processor.RecoverAsync();

        Assert.False(host.Get<IKillSwitch>().IsStopped());
        Assert.Equal(["Switch resume", "Switch stop", "Switch resume"], await host.StoryAsync());
    }

    [Fact]
    public async Task Stop_WhoseAnswerIsLost_IsWrittenOnceSoThatAResumeInBetweenHolds()
    {
        await using var host = Host();
        await using var other = Host();
        _journal.LosesAnswer = _ => true;
        await Assert.ThrowsAsync<JournalException>(() => StopAsync(host));
        _journal.LosesAnswer = _ => false;
        await ResumeAsync(other);

        await host.Processor.RecoverAsync();

        Assert.Equal(["Switch stop", "Switch resume"], await host.StoryAsync());
        Assert.False(host.Get<IKillSwitch>().IsStopped());
    }

    [Fact]
    public async Task Stop_OfARuleThatThereIsNot_IsRefusedAndNamesIt()
    {
        await using var host = Host();
        await host.Processor.RecoverAsync();

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => StopAsync(host, "alfa"));

        Assert.StartsWith("There is no rule 'alfa', so nothing was stopped.", refused.Message, StringComparison.Ordinal);
        Assert.Equal((false, false), (host.Get<IKillSwitch>().IsStopped(), host.Get<IKillSwitch>().IsStopped("alfa")));
        Assert.Empty(await host.StoryAsync());
    }

    [Fact]
    public async Task Stop_OfARuleWhereTheRulesCannotBeRead_Holds()
    {
        await using var host = new ActingHost(_journal, new FakeTimeProvider(SomeRules.Now), ["{ \"set\": 1 }"]);
        await host.Get<KillSwitch>().RefreshAsync(default);

        await StopAsync(host, "alpha");

        Assert.True(host.Get<IKillSwitch>().IsStopped("alpha"));
    }

    [Fact]
    public async Task Resume_OfARuleThatIsThereNoMore_LiftsItsStop()
    {
        await using var before = Host();
        await StopAsync(before, "alpha");
        await using var host = new ActingHost(_journal, before.Clock, [SomeRules.Rule("beta", """{ "outcome": "ignore" }""")]);
        await host.Get<KillSwitch>().RefreshAsync(default);
        Assert.True(host.Get<IKillSwitch>().IsStopped("alpha"));

        await host.Get<IKillSwitch>().ResumeAsync("ops", "It is gone.", "alpha");

        Assert.False(host.Get<IKillSwitch>().IsStopped("alpha"));
    }

    [Fact]
    public async Task Stop_ThatNobodyWaitsFor_Holds()
    {
        await using var host = Host();
        await host.Processor.RecoverAsync();

        var nobodyWaits = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await host.Get<IKillSwitch>().StopAsync("ops", "It does harm.", cancellationToken: nobodyWaits)
        );

        Assert.True(host.Get<IKillSwitch>().IsStopped());
        await host.Processor.RecoverAsync();
        Assert.Equal(["Switch stop"], await host.StoryAsync());
    }

    [Fact]
    public async Task Resume_OfAStopThatCouldNotBeWritten_LiftsItForGood()
    {
        await using var host = Host();
        RefuseSwitches();
        await Assert.ThrowsAsync<JournalException>(() => StopAsync(host));
        ComeBack();

        await ResumeAsync(host);
        await host.Processor.RecoverAsync();

        Assert.False(host.Get<IKillSwitch>().IsStopped());
        Assert.Equal(["Switch stop", "Switch resume"], await host.StoryAsync());
        Assert.Equal(Outcome.Fixed, (await host.ProcessAsync()).Outcome);
    }

    [Fact]
    public async Task Resume_ThatCannotBeWritten_ThrowsAndLeavesActionsStopped()
    {
        await using var host = Host();
        await StopAsync(host);
        RefuseSwitches();

        await Assert.ThrowsAsync<JournalException>(() => ResumeAsync(host));

        ComeBack();
        await host.Processor.RecoverAsync();
        Assert.True(host.Get<IKillSwitch>().IsStopped());
        Assert.Equal(["Switch stop"], await host.StoryAsync());
    }

    [Fact]
    public async Task Resume_OfAllRules_LeavesAStopOfOneRuleThatCouldNotBeWritten()
    {
        await using var host = Host();
        RefuseSwitches();
        await Assert.ThrowsAsync<JournalException>(() => StopAsync(host));
        await Assert.ThrowsAsync<JournalException>(() => StopAsync(host, "alpha"));
        ComeBack();

        await ResumeAsync(host);

        Assert.Equal((false, true), (host.Get<IKillSwitch>().IsStopped(), host.Get<IKillSwitch>().IsStopped("alpha")));
    }

    [Fact]
    public async Task Stop_ToldDuringAResumeAndWrittenBeforeIt_Holds()
    {
        await using var host = Host();
        await using var other = Host();
        await StopAsync(host);
        Task? stop = null;
        _journal.Refuses = entry =>
        {
            if (entry.Label == "resume")
                stop ??= StopAsync(host);
            return false;
        };

        await ResumeAsync(host);
        await stop!;

        Assert.True(host.Get<IKillSwitch>().IsStopped());
        await host.Processor.RecoverAsync();
        await other.Processor.RecoverAsync();
        Assert.Equal((true, true), (host.Get<IKillSwitch>().IsStopped(), other.Get<IKillSwitch>().IsStopped()));
        await ResumeAsync(other);
        await host.Processor.RecoverAsync();
        Assert.Equal((false, false), (host.Get<IKillSwitch>().IsStopped(), other.Get<IKillSwitch>().IsStopped()));
    }

    [Fact]
    public async Task Stops_ToldByManyAtOnce_AreInTheEndWhatTheJournalSaysInOrder()
    {
        await using var host = Host();
        await using var other = Host();
        _journal.Reading = async _ => await Task.Yield();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        var (random, own) = (new Random(worker), worker % 2 == 0 ? host : other);
                        for (var step = 0; step < 200; step++)
                        {
                            await (
                                random.Next(3) switch
                                {
                                    0 => StopAsync(own, random.Next(2) == 0 ? "alpha" : null),
                                    1 => ResumeAsync(own, random.Next(2) == 0 ? "alpha" : null),
                                    _ => own.Get<KillSwitch>().RefreshAsync(default).AsTask(),
                                }
                            );
                        }
                    })
                )
        );

        for (var round = 0; round < 3; round++)
        {
            await host.Get<KillSwitch>().RefreshAsync(default);
            await other.Get<KillSwitch>().RefreshAsync(default);
        }

        var entries = await host.EntriesAsync();
        var last = entries.GroupBy(entry => entry.RuleId ?? "").ToDictionary(name => name.Key, name => name.Last().Label);
        foreach (var stops in new[] { host.Get<IKillSwitch>(), other.Get<IKillSwitch>() })
            Assert.Equal((last[""] == "stop", last.ContainsValue("stop")), (stops.IsStopped(), stops.IsStopped("alpha")));
    }

    private static Task StopAsync(ActingHost host, string? ruleId = null) =>
        host.Get<IKillSwitch>().StopAsync("ops", "It does harm.", ruleId).AsTask();

    private static Task ResumeAsync(ActingHost host, string? ruleId = null) =>
        host.Get<IKillSwitch>().ResumeAsync("ops", "It is well again.", ruleId).AsTask();

    private ActingHost Host() => new(_journal, new FakeTimeProvider(SomeRules.Now), [ActingHost.Rule(Notify)]);

    /// <summary>Whoever reads about stops has seen them, and waits before he is told.</summary>
    private TaskCompletionSource HoldReading()
    {
        var gate = new TaskCompletionSource();
        _journal.Reading = query => query.Kinds.Contains(JournalEntryKind.Switch) ? gate.Task : Task.CompletedTask;
        return gate;
    }

    private void RefuseSwitches() => _journal.Refuses = entry => entry.Kind == JournalEntryKind.Switch;

    private void GoDown() => (_journal.CannotBeRead, _journal.Refuses) = (true, _ => true);

    private void ComeBack() => (_journal.CannotBeRead, _journal.Refuses) = (false, _ => false);
}
