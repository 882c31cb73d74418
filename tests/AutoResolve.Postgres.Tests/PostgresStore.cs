using AutoResolve.Journaling;
using AutoResolve.Testing;
using Dapper;

namespace AutoResolve.Postgres.Tests;

/// <summary>A schema. The server's clock cannot be set, so what it is compared with is moved back.</summary>
internal sealed class PostgresStore(PostgresFixture postgres, string schema) : JournalTestStore
{
    public override TimeSpan Unit => TimeSpan.FromMinutes(1);

    public override IJournal Open() => postgres.Open(schema);

    public override async Task PassAsync(TimeSpan time)
    {
        await using var connection = await postgres.ConnectAsync(schema);
        await connection.ExecuteAsync("UPDATE cases SET lease_until = lease_until - @time", new { time });
    }
}
