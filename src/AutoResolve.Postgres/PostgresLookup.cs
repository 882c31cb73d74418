using AutoResolve.Shared.Journals;
using Npgsql;

namespace AutoResolve.Postgres;

/// <summary>Looks few rows up, by an index always: a plan is kept with its statement, and one that was made while the table was small would
/// read all of it until the server has counted it again.</summary>
/// <param name="use">Uses a connection.</param>
internal sealed class PostgresLookup(Func<Func<NpgsqlConnection, Task<object>>, Task<object>> use)
{
    private static readonly string ByIndex = SqlFile.Read("Statements/by-index.sql");

    /// <returns>What is read of each row.</returns>
    public async Task<List<T>> AskAsync<T>(NpgsqlBatchCommand command, Func<NpgsqlDataReader, T> read) =>
        (List<T>)await use(async connection => await AskAsync(connection, command, read).ConfigureAwait(false)).ConfigureAwait(false);

    public static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static async Task<List<T>> AskAsync<T>(NpgsqlConnection connection, NpgsqlBatchCommand command, Func<NpgsqlDataReader, T> read)
    {
        var batch = connection.CreateBatch();
        await using var disposing = batch.ConfigureAwait(false);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ByIndex));
        batch.BatchCommands.Add(command);
        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        await reader.NextResultAsync().ConfigureAwait(false);
        List<T> rows = [];
        while (await reader.ReadAsync().ConfigureAwait(false))
            rows.Add(read(reader));
        return rows;
    }
}
