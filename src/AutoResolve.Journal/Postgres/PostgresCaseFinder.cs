using Npgsql;

namespace AutoResolve.Journal.Postgres;

/// <summary>Finds the row of a case: every delivery begins with that.</summary>
internal static class PostgresCaseFinder
{
    private const string Sql =
        """
        SELECT version, owner, team, due_at, due_for, calendar, requester_key, content,
               lease_until IS NOT NULL AND lease_until > statement_timestamp()
        FROM cases WHERE tenant = $1 AND issue_id = $2
        """;

    public static async Task<CaseRow?> FindAsync(NpgsqlConnection connection, CaseReference reference, CancellationToken cancellationToken)
    {
        var (tenant, issue) = (EntryText.Of(reference.Tenant) ?? "", EntryText.Of(reference.IssueId));
        var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenant }, new NpgsqlParameter<string> { TypedValue = issue } },
        };
        await using var disposing = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            return null;
        return new CaseRow
        {
            Tenant = tenant,
            IssueId = issue,
            Version = reader.GetInt64(0),
            Owner = reader.GetInt32(1),
            Team = Text(reader, 2),
            DueAt = Text(reader, 3),
            DueFor = Text(reader, 4),
            Calendar = Text(reader, 5),
            RequesterKey = Text(reader, 6),
            Content = reader.GetString(7),
            IsLeased = reader.GetBoolean(8),
        };
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
