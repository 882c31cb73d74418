using AutoResolve.Journaling;
using AutoResolve.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Snippets;

/// <summary>The tests of a journal in the guide to cases, compiled and run.</summary>
public sealed class CasesContractTests
{
    public static TheoryData<string> Checks => new(JournalContract.Checks.Select(check => check.Name));

    [Theory, MemberData(nameof(Checks))]
    public async Task Holds(string name)
    {
        await using var store = new MyStore();
        await JournalContract.Find(name).RunAsync(store);
    }

    private sealed class MyStore : JournalTestStore
    {
        private readonly FakeTimeProvider _clock = new();
        private readonly InMemoryJournal _journal;

        public MyStore() => _journal = new InMemoryJournal(_clock);

        public override IJournal Open() => _journal;

        public override Task PassAsync(TimeSpan time)
        {
            _clock.Advance(time);
            return Task.CompletedTask;
        }
    }
}
