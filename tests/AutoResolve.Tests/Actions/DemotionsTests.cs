using AutoResolve.Actions;
using AutoResolve.Journaling;
using AutoResolve.Tests.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Actions;

/// <summary>Which rules only suggest, beside what is stopped.</summary>
public sealed class DemotionsTests
{
    private static readonly RuleReference Alpha = new()
    {
        Id = "alpha",
        Version = 1,
        Title = "Alpha",
        Type = "t",
        Owner = "o",
        Status = RuleStatus.Active,
    };

    private readonly FaultyJournal _journal = new();

    [Fact]
    public async Task Demote_Again_IsWrittenOnce()
    {
        await using var host = Host();
        await using var other = Host();

        Assert.True(await host.Get<Demotions>().DemoteAsync(Alpha, "It does badly.", default));
        Assert.False(await other.Get<Demotions>().DemoteAsync(Alpha, "It does badly.", default));

        Assert.Equal(["Demotion suggest"], await host.StoryAsync());
        Assert.Equal([new RuleVersion("alpha", 1)], other.Get<Demotions>().Demoted);
    }

    [Fact]
    public async Task Demotion_InAnotherHost_IsKnownBeforeTheFirstIssueOnceRecovered()
    {
        await using var other = Host();
        await other.Get<Demotions>().DemoteAsync(Alpha, "It does badly.", default);
        await using var host = Host();

        await host.Processor.RecoverAsync();

        Assert.Equal(ResolutionReason.OnlySuggested, (await host.ProcessAsync()).Resolution.Reason);
    }

    [Fact]
    public async Task Demotion_IsReadWhileAStopCannotBeWrittenAndChangesNoStop()
    {
        await using var host = Host();
        await using var other = Host();
        await host.Processor.RecoverAsync();
        _journal.Refuses = entry => entry.Kind == JournalEntryKind.Switch;
        await Assert.ThrowsAsync<JournalException>(async () => await host.Get<IKillSwitch>().StopAsync("ops", "It does harm."));
        await other.Get<Demotions>().DemoteAsync(Alpha, "It does badly.", default);

        await host.Processor.RecoverAsync();

        Assert.Single(host.Get<Demotions>().Demoted);
        Assert.True(host.Get<IKillSwitch>().IsStopped());
    }

    private ActingHost Host() => new(_journal, new FakeTimeProvider(SomeRules.Now), [SomeRules.Rule("alpha")]);
}
