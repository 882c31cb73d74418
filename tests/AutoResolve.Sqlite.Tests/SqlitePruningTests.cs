using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Sqlite.Tests;

public sealed class SqlitePruningTests : PruningContract, IDisposable
{
    private readonly JournalFile _file = new();

    [Fact]
    public async Task Prune_OfAFileThatIsNotThere_MakesNone()
    {
        await Assert.ThrowsAsync<JournalException>(() => PruneAsync(DateTimeOffset.UnixEpoch, "u17", TimeProvider.System));

        Assert.False(File.Exists(_file.Path));
    }

    public void Dispose() => _file.Dispose();

    protected override IDurableJournal Open() => _file.Open();

    protected override Task<JournalPruning> PruneAsync(DateTimeOffset before, string by, TimeProvider clock) =>
        SqliteJournal.PruneAsync(_file.Path, before, by, clock);

    protected override async Task<string?> WhoPrunedAsync()
    {
        await using var connection = await _file.ConnectAsync();
        return await connection.ExecuteScalarAsync<string>("SELECT pruned_by FROM prunings");
    }
}
