using AutoResolve.Testing;
using CsCheck;

namespace AutoResolve.Tests.Journals;

/// <summary>The journals against plain models, with whatever may come.</summary>
public abstract class JournalPropertyTests
{
    [SkippableFact]
    public async Task Read_AnyEntriesAndQuery_FindsWhatTheOracleFinds()
    {
        await using var store = CreateStore();
        var journal = store.Open();
        await using var closing = journal as IAsyncDisposable;
        var entries = EntryGenerator.Entries(300).Single();
        foreach (var some in entries.Chunk(17))
            Assert.True((await journal.AppendAsync(some)).Written);
        var written = await journal.ListAsync();
        Assert.Equal(entries, written.Select(entry => entry with { Sequence = 0 }));

        await EntryGenerator
            .Query(written)
            .SampleAsync(
                async query =>
                {
                    Assert.Equal(QueryOracle.Find(written, query), await journal.ListAsync(query));
                    Assert.Equal(QueryOracle.Count(written, query), await journal.CountAsync(query));
                },
                iter: 500
            );
    }

    [SkippableFact]
    public async Task Lookups_ManyAtOnce_FindWhatTheOracleFindsForEach()
    {
        await using var store = CreateStore();
        var journal = store.Open();
        await using var closing = journal as IAsyncDisposable;
        Assert.True((await journal.AppendAsync(EntryGenerator.Entries(300).Single())).Written);
        var written = await journal.ListAsync();

        await EntryGenerator
            .Lookup(written)
            .Array[1, 300]
            .SampleAsync(
                async queries =>
                {
                    var found = await Task.WhenAll(queries.Select(async query => await journal.ListAsync(query)));
                    Assert.Equal(queries.Select(query => QueryOracle.Find(written, query)), found);
                },
                iter: 50,
                threads: 1
            );
    }

    // Two hosts that do whatever they like, each a few things at once: what they are told and what is left is what the model says.
    [SkippableFact]
    public async Task Cases_AnyStepsOfTwoHosts_EndAsTheModelSays()
    {
        await using var store = CreateStore();
        var hosts = new[] { store.Open(), store.Open() };
        await hosts[0].OpenAsync();
        await hosts[1].OpenAsync();
        var sample = 0;

        await CaseStep.Rounds.SampleAsync(
            async rounds =>
            {
                var model = new CaseModel($"{Interlocked.Increment(ref sample)}");
                foreach (var (host, steps, units) in rounds)
                {
                    var results = await Task.WhenAll(steps.Select(step => model.SendAsync(step, hosts[host], store.Unit)).ToList());
                    Assert.Equal(steps.Select(model.Apply), results);
                    Assert.Equal(model.Cases, await model.ReadAsync(hosts[1 - host]));
                    Assert.Equal(model.Lapsed, await model.ReadLapsedAsync(hosts[1 - host]));
                    model.Pass(units);
                    await store.PassAsync(store.Unit * units);
                }

                Assert.Equal(model.Keys, await model.ReadKeysAsync(hosts[0]));
            },
            iter: LongRun.Of(Samples),
            threads: 1
        );

        foreach (var host in hosts.OfType<IAsyncDisposable>())
            await host.DisposeAsync();
    }

    protected abstract int Samples { get; }

    protected abstract JournalTestStore CreateStore();
}
