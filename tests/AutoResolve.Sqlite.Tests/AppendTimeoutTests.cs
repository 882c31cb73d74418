using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using AutoResolve.Tests.Journals;

namespace AutoResolve.Sqlite.Tests;

public sealed class AppendTimeoutTests
{
    [Fact]
    public async Task Append_LongerThanItsTime_SaysWhetherItMayBeWritten()
    {
        var database = new SlowDatabase();
        await using var journal = new DatabaseJournal(database, TimeSpan.FromMilliseconds(200));

        // On a busy machine its time may be over before the writer comes to it, and then it is not written.
        Task<AppendResult> first;
        do
        {
            first = journal.AppendAsync([Some.Entry("first")]).AsTask();
            await Task.WhenAny(database.Begun, first).WaitAsync(Patience.Long);
        } while (!database.Begun.IsCompleted);

        var second = journal.AppendAsync([Some.Entry("second")]).AsTask();
        var renewal = journal.RenewAsync(new CaseReference(null, "case"), 1, TimeSpan.FromMinutes(1)).AsTask();

        var ofFirst = await Assert.ThrowsAsync<JournalException>(() => first).WaitAsync(Patience.Long);
        var ofSecond = await Assert.ThrowsAsync<JournalException>(() => second).WaitAsync(Patience.Long);
        await Assert.ThrowsAsync<JournalException>(() => renewal).WaitAsync(Patience.Long);

        Assert.Equal("The journal did not answer for 0.2 seconds. It is not known whether it wrote; it may have.", ofFirst.Message);
        Assert.Equal("The journal was busy for 0.2 seconds; nothing was written. Try again later.", ofSecond.Message);
        database.Release();
        await journal.DisposeAsync();
        Assert.Equal(["first"], database.Written);
    }

    [Fact]
    public async Task Append_CancelledBeforeItsTurn_IsNotWritten()
    {
        var database = new SlowDatabase();
        await using var journal = new DatabaseJournal(database, TimeSpan.FromMinutes(1));
        var first = journal.AppendAsync([Some.Entry("first")]).AsTask();
        await database.Begun.WaitAsync(Patience.Long);
        using var cancellation = new CancellationTokenSource();
        var second = journal.AppendAsync([Some.Entry("second")], null, cancellation.Token).AsTask();
        var third = journal.AppendAsync([Some.Entry("third")]).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second).WaitAsync(Patience.Long);
        database.Release();
        await Task.WhenAll(first, third).WaitAsync(Patience.Long);
        Assert.Equal(["first", "third"], database.Written);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(15, 12)]
    [InlineData(60, 48)]
    public void LockTime_IsShorterThanAnAppendWaits(int timeout, int expected) =>
        Assert.Equal(
            TimeSpan.FromSeconds(expected),
            SqliteJournal.LockTimeOf(new SqliteJournalOptions { AppendTimeout = TimeSpan.FromSeconds(timeout) })
        );
}
