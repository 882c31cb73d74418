using AutoResolve.Journaling;
using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Postgres.Tests;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresJournalTests(PostgresFixture postgres) : DurableJournalContract
{
    private readonly string _schema = postgres.NewSchema();

    protected override IDurableJournal Open() => postgres.Open(_schema);

    protected override IDurableJournal OpenRead() => PostgresJournal.OpenRead(postgres.Cluster.ConnectionString, _schema);

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        await connection.ExecuteAsync(sql);
    }
}
