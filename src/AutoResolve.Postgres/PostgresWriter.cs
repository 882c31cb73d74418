using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Npgsql;
using NpgsqlTypes;

namespace AutoResolve.Postgres;

/// <summary>Writes to a journal's schema on a connection of its own. Of no use any more once it has thrown.</summary>
internal sealed class PostgresWriter(NpgsqlConnection connection, string schema, int timeoutSeconds) : IAsyncDisposable
{
    /// <summary>Any number will do; it must only be the same in every host.</summary>
    public const int AppendLock = 0x4155544F;

    // Which takes milliseconds as a rule; whoever waits can be written on another connection.
    private const int PingSeconds = 2;

    // Another host may be migrating.
    private const int MaxMigrationSeconds = 600;

    /// <summary>
    /// Writes a group, each or nothing of it, in one transaction and with one message to the server: a host that is stopped meanwhile holds
    /// no lock, and what is sent is ended by the server.
    /// </summary>
    /// <remarks>What changes a case has keys of its own, so they are not looked up: the server refuses one that is taken all the same, and
    /// with it the group, which is then written again with all keys looked up.</remarks>
    public async Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<PendingWrite> group)
    {
        var waves = PostgresWave.Of(group);
        if (waves.All(wave => wave.HasNewKeys))
        {
            try
            {
                return await WriteAsync(group.Count, waves, looksUpKeys: false).ConfigureAwait(false);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                await RollBackAsync().ConfigureAwait(false);
            }
        }

        return await WriteAsync(group.Count, waves, looksUpKeys: true).ConfigureAwait(false);
    }

    /// <summary>Makes sure that the server is still there.</summary>
    public async Task PingAsync()
    {
        var command = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = Math.Min(PingSeconds, timeoutSeconds) };
        await using var disposing = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>A transaction in which nobody else writes.</summary>
    public static async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, string schema)
    {
        var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted).ConfigureAwait(false);
        var batch = connection.CreateBatch();
        await using var disposing = batch.ConfigureAwait(false);
        batch.Transaction = transaction;
        batch.Timeout = MaxMigrationSeconds;
        batch.BatchCommands.Add(Lock(schema));
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        return transaction;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<IReadOnlyList<AppendResult>> WriteAsync(int count, IReadOnlyList<PostgresWave> waves, bool looksUpKeys)
    {
        var batch = connection.CreateBatch();
        await using var disposing = batch.ConfigureAwait(false);
        batch.Timeout = timeoutSeconds;
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PostgresStatements.Begin));
        batch.BatchCommands.Add(Lock(schema));
        foreach (var wave in waves)
            wave.AddTo(batch, looksUpKeys);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PostgresStatements.Commit));

        await batch.PrepareAsync().ConfigureAwait(false);
        var results = new AppendResult[count];
        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            foreach (var wave in waves)
                await wave.ReadAsync(reader, results).ConfigureAwait(false);

            // To its end: the commit may fail.
            while (await reader.NextResultAsync().ConfigureAwait(false)) { }
        }

        return results;
    }

    private async Task RollBackAsync()
    {
        var command = new NpgsqlCommand("ROLLBACK", connection) { CommandTimeout = timeoutSeconds };
        await using var disposing = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static NpgsqlBatchCommand Lock(string schema)
    {
        var command = new NpgsqlBatchCommand(PostgresStatements.Lock);
        command.Parameters.Add(new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = AppendLock });
        command.Parameters.Add(new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = schema });
        return command;
    }
}
