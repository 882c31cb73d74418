using AutoResolve.Journaling;

namespace AutoResolve.Scenarios.Running;

/// <summary>A journal in memory, and time that does not have to be waited for.</summary>
internal sealed class MemoryStore : StoryStore
{
    private readonly VirtualClock _clock = new();
    private readonly InMemoryJournal _journal;

    public MemoryStore() => _journal = new InMemoryJournal(_clock.Time);

    public override StoryClock Clock => _clock;

    // Stories wait for days, and each look that hosts take meanwhile is made.
    public override TimeSpan? RefreshInterval => TimeSpan.FromMinutes(5);

    public override TimeSpan Silence => TimeSpan.FromSeconds(15);

    public override TimeSpan BeyondLease => TimeSpan.FromMinutes(2);

    public override IJournal Open() => _journal;

    public override ValueTask DisposeAsync() => default;
}
