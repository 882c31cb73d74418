using AutoResolve.Journaling;
using AutoResolve.Testing;

namespace AutoResolve.Tests.Journaling;

/// <summary>The suite finds journals that break a promise.</summary>
public sealed class BrokenJournalTests
{
    [Theory]
    [InlineData(BrokenJournal.OwnSecret)]
    [InlineData(BrokenJournal.TakesLeased)]
    [InlineData(BrokenJournal.NoLease)]
    [InlineData(BrokenJournal.EndlessLease)]
    [InlineData(BrokenJournal.KeepsLease)]
    [InlineData(BrokenJournal.NoFence)]
    [InlineData(BrokenJournal.HalfFence)]
    [InlineData(BrokenJournal.OneByOne)]
    [InlineData(BrokenJournal.ApartFromCase)]
    [InlineData(BrokenJournal.NoTenant)]
    [InlineData(BrokenJournal.RenewsAll)]
    [InlineData(BrokenJournal.RenewalCounts)]
    [InlineData(BrokenJournal.CoarseDue)]
    [InlineData(BrokenJournal.NoAfter)]
    [InlineData(BrokenJournal.DueThoughLeased)]
    [InlineData(BrokenJournal.OneKey)]
    [InlineData(BrokenJournal.LimitFirst)]
    public async Task Run_JournalThatBreaksAPromise_SaysWhatWasExpected(string fault)
    {
        List<JournalContractException> found = [];
        foreach (var check in JournalContract.Checks)
        {
            await using var store = new BrokenStore(fault);
            try
            {
                await check.RunAsync(store);
            }
            catch (JournalContractException exception)
            {
                Assert.StartsWith($"{check.Name}: expected ", exception.Message, StringComparison.Ordinal);
                found.Add(exception);
            }
        }

        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task Run_JournalThatThrows_NamesTheCheck()
    {
        var check = JournalContract.Checks[1];
        await using var store = new ThrowingStore();

        var exception = await Assert.ThrowsAsync<JournalContractException>(() => check.RunAsync(store));

        Assert.Equal($"{check.Name}: the journal failed. The disk is full.", exception.Message);
    }

    [Fact]
    public void Checks_Names_AreDifferentAndFound()
    {
        Assert.Equal(JournalContract.Checks.Count, JournalContract.Checks.Select(check => check.Name).Distinct().Count());
        Assert.All(JournalContract.Checks, check => Assert.Same(check, JournalContract.Find(check.ToString())));
        Assert.Throws<ArgumentException>(() => JournalContract.Find("none"));
    }

    private sealed class BrokenStore(string fault) : JournalTestStore
    {
        private readonly MemoryStore _inner = new();

        public override TimeSpan Unit => _inner.Unit;

        public override IJournal Open() => new BrokenJournal(_inner.Open(), fault);

        public override Task PassAsync(TimeSpan time) => _inner.PassAsync(time);
    }

    private sealed class ThrowingStore : JournalTestStore
    {
        public override IJournal Open() => throw new JournalException("The disk is full.");
    }
}
