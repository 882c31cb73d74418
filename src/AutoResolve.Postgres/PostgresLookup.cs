using AutoResolve.Shared.Journals;
using Npgsql;

namespace AutoResolve.Postgres;

/// <summary>Looks few rows up, by an index always: a plan is kept with its statement, and one that was made while the table was small would
/// read all of it until the server has counted it again.</summary>
/// <remarks>Who asks does so for all who wait: a connection that does not answer is soon taken for dead, and another one asked.</remarks>
/// <param name="kept">Connections that are kept, made ready (<see cref="Source"/>).</param>
/// <param name="anew">Connections that are not, made ready too.</param>
/// <param name="isDead">Whether a connection broke.</param>
/// <param name="timeoutSeconds">How long the server may take.</param>
internal sealed class PostgresLookup(NpgsqlDataSource kept, NpgsqlDataSource anew, Func<Exception, bool> isDead, int timeoutSeconds)
{
    // Which takes milliseconds as a rule.
    private const int AnswerSeconds = 2;

    private static readonly string ByIndex = SqlFile.Read("Statements/by-index.sql");

    /// <summary>Connections by which is looked up; each is told once that it is to do so by index.</summary>
    public static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder connection)
    {
        var builder = new NpgsqlDataSourceBuilder(connection.ToString());
        builder.UsePhysicalConnectionInitializer(
            opened =>
            {
                using var command = new NpgsqlCommand(ByIndex, opened) { CommandTimeout = AnswerSeconds };
                command.ExecuteNonQuery();
            },
            async opened =>
            {
                var command = new NpgsqlCommand(ByIndex, opened) { CommandTimeout = AnswerSeconds };
                await using var disposing = command.ConfigureAwait(false);
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        );
        return builder.Build();
    }

    /// <returns>What is read of each row.</returns>
    public async Task<List<T>> AskAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read)
    {
        try
        {
            var connection = await kept.OpenConnectionAsync().ConfigureAwait(false);
            await using var returning = connection.ConfigureAwait(false);
            return await AskAsync(connection, Math.Min(AnswerSeconds, timeoutSeconds), command, read).ConfigureAwait(false);
        }
        catch (Exception exception) when (isDead(exception) || IsSilence(exception))
        {
            // So may be all that were kept.
            kept.Clear();
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
        NpgsqlCommand command,
        Func<NpgsqlDataReader, T> read
    )
    {
        (command.Connection, command.CommandTimeout) = (connection, seconds);
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        List<T> rows = [];
        while (await reader.ReadAsync().ConfigureAwait(false))
            rows.Add(read(reader));
        return rows;
    }
}
