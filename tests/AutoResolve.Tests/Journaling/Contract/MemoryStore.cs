using AutoResolve.Journaling;
using AutoResolve.Testing;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Journaling;

/// <summary>The journal in memory: all hosts are in one process.</summary>
internal sealed class MemoryStore : JournalTestStore
{
    private readonly FakeTimeProvider _clock = new(Some.Time);
    private readonly InMemoryJournal _journal;

    public MemoryStore() => _journal = new InMemoryJournal(_clock);

    public override TimeSpan Unit => TimeSpan.FromMinutes(1);

    public override IJournal Open() => _journal;

    public override Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }
}
