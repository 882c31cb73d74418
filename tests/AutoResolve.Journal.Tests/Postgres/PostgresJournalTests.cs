using Dapper;

namespace AutoResolve.Journal.Tests.Postgres;

[Collection(PostgresTests.Name)]
public sealed class PostgresJournalTests(PostgresFixture postgres) : DurableJournalContract
{
    private readonly string _schema = postgres.NewSchema();

    private protected override GroupCommitJournal Open() => postgres.Open(_schema);

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = await postgres.ConnectAsync(_schema);
        await connection.ExecuteAsync(sql);
    }
}
