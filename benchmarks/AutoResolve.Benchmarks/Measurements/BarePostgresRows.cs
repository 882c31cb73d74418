using Npgsql;
using NpgsqlTypes;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>One row of two kilobytes for each issue in PostgreSQL, each in a transaction of its own.</summary>
/// <remarks>Each writer has a connection, so the server flushes together what it can.</remarks>
internal sealed class BarePostgresRows : IProcessWork
{
    private readonly NpgsqlDataSource _source;
    private readonly List<NpgsqlCommand> _inserts = [];

    private BarePostgresRows(NpgsqlDataSource source) => _source = source;

    public static async Task<BarePostgresRows> OpenAsync(string connectionString, string schema, int writers)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema, MaxPoolSize = writers };
        var rows = new BarePostgresRows(NpgsqlDataSource.Create(settings));
        await using (
            var creating = rows._source.CreateCommand(
                $"""
                CREATE SCHEMA {schema};
                CREATE TABLE {schema}.bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, issue text NOT NULL, content text NOT NULL)
                """
            )
        )
            await creating.ExecuteNonQueryAsync();
        for (var writer = 0; writer < writers; writer++)
        {
            var insert = new NpgsqlCommand("INSERT INTO bare (issue, content) VALUES ($1, $2)", await rows._source.OpenConnectionAsync());
            insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text });
            insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text, Value = ProcessIssues.TwoKilobytes });
            await insert.PrepareAsync();
            rows._inserts.Add(insert);
        }

        return rows;
    }

    public async ValueTask DoAsync(int caller, long number)
    {
        var insert = _inserts[caller];
        insert.Parameters[0].Value = $"issue-{number}";
        await insert.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in _inserts)
        {
            await insert.Connection!.DisposeAsync();
            await insert.DisposeAsync();
        }

        await _source.DisposeAsync();
    }
}
