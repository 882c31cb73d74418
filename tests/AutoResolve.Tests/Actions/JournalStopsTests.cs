using AutoResolve.Actions;
using AutoResolve.Journaling;

namespace AutoResolve.Tests.Actions;

public sealed class JournalStopsTests
{
    [Fact]
    public async Task Stop_OfARule_HoldsInAHostOnTheJournalUntilItIsResumed()
    {
        await using var host = ActingHost.With(ActingHost.Rule("""{ "do": "notify" }"""));
        var stops = new JournalStops(host.Journal, timeProvider: host.Clock);
        await stops.StopAsync("u17", "unlocks the wrong one", "alpha");

        await host.Get<KillSwitch>().RefreshAsync(CancellationToken.None);
        Assert.Equal((false, true), (host.Get<IKillSwitch>().IsStopped(), host.Get<IKillSwitch>().IsStopped("alpha")));

        await stops.ResumeAsync("u17", "mended", "alpha");
        await host.Get<KillSwitch>().RefreshAsync(CancellationToken.None);
        Assert.False(host.Get<IKillSwitch>().IsStopped("alpha"));
        Assert.Empty(await stops.ReadAsync());
    }

    [Fact]
    public async Task Read_WhatIsStopped_SaysWhoAndWhyWithTheStopOfAllFirst()
    {
        var journal = new InMemoryJournal();
        var stops = new JournalStops(journal);
        await stops.StopAsync("u17", "call 202-555-0143", "beta");
        await stops.StopAsync("u18", "the account system is down");
        await stops.StopAsync("u19", "once more", "alpha");
        await stops.ResumeAsync("u19", "never mind", "alpha");

        var read = await new JournalStops(journal).ReadAsync();

        Assert.Equal([(null, "u18"), ("beta", "u17")], read.Select(stop => (stop.RuleId, stop.By)));
        Assert.Equal("the account system is down", read[0].Reason);
        Assert.DoesNotContain("0143", read[1].Reason, StringComparison.Ordinal);
    }
}
