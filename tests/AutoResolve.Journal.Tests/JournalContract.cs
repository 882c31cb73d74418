using AutoResolve.Journaling;
using CsCheck;

namespace AutoResolve.Journal.Tests;

/// <summary>What every journal promises about appending.</summary>
public abstract partial class JournalContract : IAsyncLifetime
{
    private const int Writers = 64;

    private IJournal _journal = new InMemoryJournal();

    public async Task InitializeAsync() => _journal = await CreateAsync();

    public virtual async Task DisposeAsync()
    {
        if (_journal is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }

    [SkippableFact]
    public async Task Append_OneAfterTheOther_SequencesAscend()
    {
        var first = await _journal.AppendAsync([Some.Entry("a")]);
        var second = await _journal.AppendAsync([Some.Entry("b"), Some.Entry("c")]);
        var third = await _journal.AppendAsync([Some.Entry("d")]);

        Assert.True(first.Written && second.Written && third.Written);
        Assert.True(0 < first.FirstSequence && first.FirstSequence < second.FirstSequence && second.FirstSequence < third.FirstSequence);
        Assert.Equal(["a", "b", "c", "d"], (await _journal.ListAsync()).Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task Append_ManyAtOnce_ReadBackInTheirOrder()
    {
        var entries = Some.Entries(2_500, "many");

        var result = await _journal.AppendAsync(entries);

        var read = await _journal.ListAsync();
        Assert.Equal(result.FirstSequence, read[0].Sequence);
        Assert.Equal(entries.Select(entry => entry.Key), read.Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task Append_NoEntries_IsAnError() => await Assert.ThrowsAnyAsync<ArgumentException>(async () => await _journal.AppendAsync([]));

    [SkippableFact]
    public async Task Append_TakenKey_WritesNothingAndNamesIt()
    {
        await _journal.AppendAsync([Some.Entry("taken")]);

        var result = await _journal.AppendAsync([Some.Entry("before"), Some.Entry("taken"), Some.Entry("after")]);

        Assert.False(result.Written);
        Assert.Equal(new AppendResult(0, "taken"), result);
        Assert.Equal(["taken"], (await _journal.ListAsync()).Select(entry => entry.Key));
        Assert.True((await _journal.AppendAsync([Some.Entry("before")])).Written);
    }

    [SkippableFact]
    public async Task Append_SameKeyTwiceInOneAppend_WritesNothingAndNamesIt()
    {
        var result = await _journal.AppendAsync([Some.Entry("once"), Some.Entry("twice"), Some.Entry(), Some.Entry("twice")]);

        Assert.Equal(new AppendResult(0, "twice"), result);
        Assert.Empty(await _journal.ListAsync());
    }

    [SkippableFact]
    public async Task Append_KeysThatDifferInCaseOrSpace_AreDifferent()
    {
        foreach (var key in (string[])["key", "Key", "key ", " key", ""])
            Assert.True((await _journal.AppendAsync([Some.Entry(key)])).Written);
    }

    [SkippableFact]
    public async Task Append_WithoutKeys_AreNeverTaken()
    {
        await _journal.AppendAsync([Some.Entry(), Some.Entry()]);

        Assert.True((await _journal.AppendAsync([Some.Entry()])).Written);
        Assert.Equal(3, (await _journal.ListAsync()).Count);
    }

    [SkippableFact]
    public async Task Append_SameKeyFromManyAtOnce_ExactlyOneWins()
    {
        var results = await AllAtOnceAsync(writer => [Some.Entry("contested") with { Label = $"{writer}" }, Some.Entry($"own-{writer}")]);

        var winner = Assert.Single(Enumerable.Range(0, Writers), writer => results[writer].Written);
        Assert.All(results.Where((_, writer) => writer != winner), result => Assert.Equal(new AppendResult(0, "contested"), result));
        var read = await _journal.ListAsync();
        Assert.Equal(["contested", $"own-{winner}"], read.Select(entry => entry.Key));
        Assert.Equal($"{winner}", read[0].Label);
        Assert.Equal(results[winner].FirstSequence, read[0].Sequence);
    }

    [SkippableFact]
    public async Task Append_DifferentKeysFromManyAtOnce_AllStandWhereTheResultSays()
    {
        var results = await AllAtOnceAsync(writer => Some.Entries((writer % 3) + 1, $"writer-{writer}"));

        var read = await _journal.ListAsync();
        Assert.Equal(Enumerable.Range(0, Writers).Sum(writer => (writer % 3) + 1), read.Count);
        Assert.Equal(read.Count, read.Select(entry => entry.Sequence).Distinct().Count());
        for (var writer = 0; writer < Writers; writer++)
        {
            var own = read.SkipWhile(entry => entry.Sequence != results[writer].FirstSequence).Take((writer % 3) + 1);
            Assert.Equal(Some.Entries((writer % 3) + 1, $"writer-{writer}").Select(entry => entry.Key), own.Select(entry => entry.Key));
        }
    }

    [SkippableFact]
    public async Task Append_SomeKeysTakenAmongMany_OnlyThoseAreRefused()
    {
        await _journal.AppendAsync([Some.Entry("taken")]);

        var results = await AllAtOnceAsync(writer => [Some.Entry(writer % 8 == 0 ? "taken" : $"free-{writer}")]);

        Assert.All(Enumerable.Range(0, Writers), writer => Assert.Equal(writer % 8 == 0 ? "taken" : null, results[writer].TakenKey));
    }

    [SkippableFact]
    public async Task Append_CharactersThatAreNoneAmongManyAtOnce_NobodyElseFails()
    {
        var results = await AllAtOnceAsync(writer => [Some.Entry($"{writer}") with { Content = writer % 2 == 0 ? "\0\uD83D" : "{}" }]);

        Assert.All(results, result => Assert.True(result.Written));
    }

    [SkippableFact]
    public async Task Append_KeyTooLongForTheStoreAmongMany_NobodyElseFails()
    {
        // Of random letters: a store may compress what repeats.
        var tooLong = EntryGenerator.Letters(20_000).Single();

        var wasWritten = false;
        var results = await AllAtOnceAsync(writer => [Some.Entry($"{writer}")], async () => wasWritten = await IsWrittenAsync(tooLong));

        Assert.All(results, result => Assert.True(result.Written));
        Assert.Equal(wasWritten, (await _journal.ListAsync()).Any(entry => entry.Key == tooLong));
        Assert.Equal(Writers + (wasWritten ? 1 : 0), (await _journal.ListAsync()).Count);
    }

    [SkippableFact]
    public async Task Append_CancelledBefore_WritesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _journal.AppendAsync([Some.Entry("never")], cancelled.Token));

        Assert.Empty(await _journal.ListAsync());
    }

    [SkippableFact]
    public async Task Append_CancelledMeanwhile_IsWholeOrAbsentAndNeverHangs()
    {
        for (var round = 0; round < 20; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var appending = Task.Run(async () => await _journal.AppendAsync(Some.Entries(3, $"round-{round}"), cancellation.Token));
            await cancellation.CancelAsync();

            var ended = await Task.WhenAny(appending).WaitAsync(Patience.Long);

            // What was appended before this is written before it.
            await _journal.AppendAsync([Some.Entry($"after-{round}")]);
            var written = (await _journal.ListAsync()).Count(entry => entry.Key!.StartsWith($"round-{round}-", StringComparison.Ordinal));
            Assert.Contains(written, ended.IsCompletedSuccessfully ? [3] : (int[])[0, 3]);
        }
    }

    protected abstract Task<IJournal> CreateAsync();

    private async Task<bool> IsWrittenAsync(string key)
    {
        try
        {
            return (await _journal.AppendAsync([Some.Entry(key)])).Written;
        }
        catch (JournalException)
        {
            return false;
        }
    }

    private async Task<AppendResult[]> AllAtOnceAsync(Func<int, JournalEntry[]> entriesOf, Func<Task>? besides = null)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task<T> AfterStartAsync<T>(Func<Task<T>> append)
        {
            await start.Task;
            await Task.Yield();
            return await append();
        }

        var first = AfterStartAsync(async () =>
        {
            await (besides?.Invoke() ?? Task.CompletedTask);
            return true;
        });
        var writing = Enumerable.Range(0, Writers).Select(writer => AfterStartAsync(async () => await _journal.AppendAsync(entriesOf(writer)))).ToList();
        start.SetResult();
        await first.WaitAsync(Patience.Long);
        return await Task.WhenAll(writing).WaitAsync(Patience.Long);
    }
}
