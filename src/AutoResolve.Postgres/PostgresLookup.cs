using AutoResolve.Shared.Journals;
using Npgsql;

namespace AutoResolve.Postgres;

/// <summary>Looks few rows up, by an index always: a plan is kept with its statement, and one that was made while the table was small would
/// read all of it until the server has counted it again.</summary>
/// <remarks>Who asks does so for all who wait: a connection that does not answer is soon taken for dead, and another one asked.</remarks>
/// <param name="kept">Connections that are kept.</param>
/// <param name="anew">Connections that are not.</param>
/// <param name="isDead">Whether a connection broke.</param>
/// <param name="timeoutSeconds">How long the server may take.</param>
internal sealed class PostgresLookup(NpgsqlDataSource kept, NpgsqlDataSource anew, Func<Exception, bool> isDead, int timeoutSeconds)
{
    // Which takes milliseconds as a rule.
    private const int AnswerSeconds = 2;

    private static readonly string ByIndex = SqlFile.Read("Statements/by-index.sql");

    /// <returns>What is read of each row.</returns>
    public async Task<List<T>> AskAsync<T>(NpgsqlBatchCommand command, Func<NpgsqlDataReader, T> read)
    {
        var connection = await kept.OpenConnectionAsync().ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                return await AskAsync(connection, Math.Min(AnswerSeconds, timeoutSeconds), command, read).ConfigureAwait(false);
            }
            catch (Exception exception) when (isDead(exception) || IsSilence(exception))
            {
                // So may be all that were kept.
                kept.Clear();
            }
        }

        var another = await anew.OpenConnectionAsync().ConfigureAwait(false);
        await using var closing = another.ConfigureAwait(false);
        return await AskAsync(another, timeoutSeconds, command, read).ConfigureAwait(false);
    }

    public static bool IsSilence(Exception exception) => exception is NpgsqlException { InnerException: TimeoutException };

    public static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static async Task<List<T>> AskAsync<T>(
        NpgsqlConnection connection,
        int seconds,
        NpgsqlBatchCommand command,
        Func<NpgsqlDataReader, T> read
    )
    {
        var batch = connection.CreateBatch();
        await using var disposing = batch.ConfigureAwait(false);
        batch.Timeout = seconds;
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
