using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Npgsql;

namespace AutoResolve.Postgres;

/// <summary>Takes old cases out of a journal, some at a time, so that hosts write in between.</summary>
internal sealed class PostgresPruner(NpgsqlConnection connection, string schema)
{
    private static readonly string Sql = SqlFile.Read("Statements/prune.sql");

    public async Task<JournalPruning> RunAsync(DateTimeOffset before, string by, CancellationToken cancellationToken)
    {
        var time = EntryRow.TextOf(before);
        await AllowAsync(time, by, cancellationToken).ConfigureAwait(false);
        var (cases, entries) = (0L, 0L);
        var last = (Tenant: "", Issue: "");
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var transaction = await PostgresWriter.BeginAsync(connection, schema).ConfigureAwait(false);
            await using var ending = transaction.ConfigureAwait(false);
            var command = new NpgsqlCommand(Sql, connection, transaction) { CommandTimeout = 0 };
            await using var disposing = command.ConfigureAwait(false);
            foreach (var value in (string[])[time, last.Tenant, last.Issue])
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    return new JournalPruning(cases, entries);
                last = (reader.GetString(0), reader.GetString(1));
                cases += reader.GetInt64(2);
                entries += reader.GetInt64(3);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // The schema refuses to give away what is not older than that, and keeps who said so.
    private async Task AllowAsync(string before, string by, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(
            """
            INSERT INTO prunings (before_at, at, pruned_by)
            VALUES ($1, to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"0Z"'), $2)
            """,
            connection
        );
        await using var disposing = command.ConfigureAwait(false);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = before });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = by });
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="JournalException">There is no journal of this version, or it cannot be written.</exception>
    public static async Task<JournalPruning> PruneAsync(
        PostgresDatabase database,
        string schema,
        DateTimeOffset before,
        string by,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var connection = (NpgsqlConnection)await database.ConnectAnewAsync(cancellationToken).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            if (await database.VersionAsync(connection).ConfigureAwait(false) != PostgresSchema.Newest)
                throw database.NotThere();
            return await new PostgresPruner(connection, schema).RunAsync(before, by, cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException exception)
        {
            throw database.Explain(exception);
        }
    }
}
