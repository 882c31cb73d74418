using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using AutoResolve.Shared.Journals.Migration;
using Npgsql;
using NpgsqlTypes;

namespace AutoResolve.Postgres;

/// <summary>Fills the tables of the second schema in PostgreSQL.</summary>
internal sealed class PostgresMigration(
    NpgsqlConnection connection,
    NpgsqlTransaction transaction,
    SqlDialect dialect,
    JournalSecret secret
) : FirstSchemaMigration(connection, transaction, dialect, secret)
{
    /// <summary>Puts the old table out of the way of the new one, with all that has a name.</summary>
    public static readonly string PutAside = SqlFile.Read("Statements/put-aside.sql");

    /// <summary>Has the new sequence go on where the old one ended, and drops the old table.</summary>
    public static readonly string Finish = SqlFile.Read("Statements/finish-migration.sql");

    private static readonly string InsertEntries = SqlFile.Read("Statements/migrate-entries.sql");

    private static readonly string InsertCases = SqlFile.Read("Statements/migrate-cases.sql");

    private readonly NpgsqlConnection _connection = connection;

    protected override async Task InsertEntriesAsync(IReadOnlyList<EntryRow> rows)
    {
        var command = new NpgsqlCommand(InsertEntries, _connection) { CommandTimeout = 0 };
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
        var command = new NpgsqlCommand(InsertCases, _connection) { CommandTimeout = 0 };
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
