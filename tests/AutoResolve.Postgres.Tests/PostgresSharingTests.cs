using AutoResolve.Tests.Journals;
using Dapper;

namespace AutoResolve.Postgres.Tests;

[Collection(PostgresTests.Name)]
[Trait("Category", "Postgres")]
public sealed class PostgresSharingTests(PostgresFixture postgres)
{
    private readonly string _schema = postgres.NewSchema();

    [SkippableFact]
    public async Task Append_WhileAnotherHostHasNotCommitted_WaitsSoThatNoReaderMissesTheLowerSequence()
    {
        await using var slow = postgres.Open(_schema);
        await using var fast = postgres.Open(_schema);
        await Task.WhenAll(slow.ListAsync(), fast.ListAsync());
        await using var connection = await postgres.ConnectAsync(_schema);
        await using var transaction = await PostgresWriter.BeginAsync(connection, _schema);
        var lower = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO entries (at, kind, tenant, issue_id, entry_key, is_open, label, content)
            VALUES (@at, 1, '', '', 'lower', false, '', '{}') RETURNING sequence
            """,
            new { at = Some.TextOf(Some.Time) }
        );

        var appending = Task.Run(async () => await fast.AppendAsync([Some.Entry("higher")]));
        await using var watching = await postgres.ConnectAsync(_schema);
        await Patience.UntilAsync(async () =>
            appending.IsCompleted
            || await watching.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)")
        );

        Assert.False(appending.IsCompleted);
        Assert.Empty(await fast.ListAsync());
        await transaction.CommitAsync();
        Assert.True((await appending.WaitAsync(Patience.Long)).FirstSequence > lower);
        Assert.Equal(["lower", "higher"], (await fast.ListAsync()).Select(entry => entry.Key));
    }

    [SkippableFact]
    public async Task Append_WhileAnotherSchemaHasNotCommitted_DoesNotWait()
    {
        await using var slow = postgres.Open(_schema);
        await using var other = postgres.Open(postgres.NewSchema());
        await using var connection = await postgres.ConnectAsync(_schema);
        await using var transaction = await PostgresWriter.BeginAsync(connection, _schema);

        Assert.True((await other.AppendAsync([Some.Entry()]).AsTask().WaitAsync(Patience.Long)).Written);
    }
}
