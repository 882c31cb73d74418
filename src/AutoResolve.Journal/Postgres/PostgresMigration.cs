using AutoResolve.Journal.Migration;
using AutoResolve.Journaling;
using Npgsql;
using NpgsqlTypes;

namespace AutoResolve.Journal.Postgres;

/// <summary>Fills the tables of the second schema in PostgreSQL.</summary>
internal sealed class PostgresMigration(NpgsqlConnection connection, NpgsqlTransaction transaction, SqlTexts texts, JournalSecret secret)
    : FirstSchemaMigration(connection, transaction, texts, secret)
{
    /// <summary>Puts the old table out of the way of the new one, with all that has a name.</summary>
    public const string PutAside = $"""
        DROP TRIGGER entries_are_append_only ON entries;
        DROP FUNCTION refuse_change();
        DROP INDEX entries_by_issue, entries_by_rule, entries_by_group, entries_open, entries_by_closed, entries_of_control;
        ALTER TABLE entries RENAME TO {OldEntries};
        ALTER INDEX entries_pkey RENAME TO {OldEntries}_pkey;
        ALTER INDEX entries_entry_key_key RENAME TO {OldEntries}_key;
        ALTER SEQUENCE entries_sequence_seq RENAME TO {OldEntries}_seq;
        """;

    /// <summary>Has the new sequence go on where the old one ended, and drops the old table.</summary>
    public const string Finish = $"""
        SELECT setval('entries_sequence_seq', last_value, is_called) FROM {OldEntries}_seq;
        DROP TABLE {OldEntries};
        """;

    private readonly NpgsqlConnection _connection = connection;

    protected override async Task InsertEntriesAsync(IReadOnlyList<EntryRow> rows)
    {
        var command = new NpgsqlCommand(
            """
            INSERT INTO entries (sequence, at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version,
                                 rulebook_revision, label, entry_group, content)
            OVERRIDING SYSTEM VALUE
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[],
                                 $9::text[], $10::integer[], $11::text[], $12::text[], $13::text[], $14::text[])
            """,
            _connection
        )
        {
            CommandTimeout = 0,
        };
        await using var disposing = command.ConfigureAwait(false);
        Add(command, NpgsqlDbType.Bigint, rows, row => row.Sequence);
        Add(command, NpgsqlDbType.Text, rows, row => row.At);
        Add(command, NpgsqlDbType.Integer, rows, row => row.Kind);
        Add(command, NpgsqlDbType.Text, rows, row => row.Tenant);
        Add(command, NpgsqlDbType.Text, rows, row => row.IssueId);
        Add(command, NpgsqlDbType.Text, rows, row => row.Key);
        Add(command, NpgsqlDbType.Boolean, rows, row => row.IsOpen);
        Add(command, NpgsqlDbType.Text, rows, row => row.Closes);
        Add(command, NpgsqlDbType.Text, rows, row => row.RuleId);
        Add(command, NpgsqlDbType.Integer, rows, row => row.RuleVersion);
        Add(command, NpgsqlDbType.Text, rows, row => row.RulebookRevision);
        Add(command, NpgsqlDbType.Text, rows, row => row.Label);
        Add(command, NpgsqlDbType.Text, rows, row => row.Group);
        Add(command, NpgsqlDbType.Text, rows, row => row.Content);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    protected override async Task InsertCasesAsync(IReadOnlyList<MigratedCase> cases)
    {
        var command = new NpgsqlCommand(
            """
            INSERT INTO cases (tenant, issue_id, version, owner, team, requester_key, lease_until, content)
            SELECT tenant, issue_id, version, owner, team, requester_key,
                   CASE WHEN is_lapsed THEN timestamptz '1970-01-01 00:00:00.001Z' END, content
            FROM unnest($1::text[], $2::text[], $3::bigint[], $4::integer[], $5::text[], $6::text[], $7::boolean[], $8::text[])
              AS c (tenant, issue_id, version, owner, team, requester_key, is_lapsed, content)
            """,
            _connection
        )
        {
            CommandTimeout = 0,
        };
        await using var disposing = command.ConfigureAwait(false);
        Add(command, NpgsqlDbType.Text, cases, made => made.Row.Tenant);
        Add(command, NpgsqlDbType.Text, cases, made => made.Row.IssueId);
        Add(command, NpgsqlDbType.Bigint, cases, made => made.Row.Version);
        Add(command, NpgsqlDbType.Integer, cases, made => made.Row.Owner);
        Add(command, NpgsqlDbType.Text, cases, made => made.Row.Team);
        Add(command, NpgsqlDbType.Text, cases, made => made.Row.RequesterKey);
        Add(command, NpgsqlDbType.Boolean, cases, made => made.IsLapsed);
        Add(command, NpgsqlDbType.Text, cases, made => made.Row.Content);
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static void Add<TItem, TValue>(
        NpgsqlCommand command,
        NpgsqlDbType type,
        IReadOnlyList<TItem> items,
        Func<TItem, TValue> value
    ) =>
        command.Parameters.Add(
            new NpgsqlParameter<TValue[]> { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. items.Select(value)] }
        );
}
