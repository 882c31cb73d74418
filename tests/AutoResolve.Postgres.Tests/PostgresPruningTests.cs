using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Postgres.Tests;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresPruningTests(PostgresFixture postgres) : PruningContract
{
    private readonly string _schema = postgres.NewSchema();

    protected override IDurableJournal Open() => postgres.Open(_schema);

    protected override Task<JournalPruning> PruneAsync(DateTimeOffset before, string by, TimeProvider clock) =>
        PostgresJournal.PruneAsync(postgres.Cluster.ConnectionString, before, by, _schema, clock);

    protected override async Task<string?> WhoPrunedAsync()
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        return await connection.ExecuteScalarAsync<string>("SELECT pruned_by FROM prunings");
    }
}
