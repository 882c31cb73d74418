using System.Data.Common;
using System.Globalization;
using AutoResolve.Journaling;
using Dapper;
using Npgsql;

namespace AutoResolve.Journal;

/// <summary>A journal in PostgreSQL, in a schema of its own. Any number of hosts may share it.</summary>
internal sealed class PostgresJournal : GroupCommitJournal
{
    private const int NewestVersion = 1;
    private const int Columns = 12;

    // One statement takes at most 65,535 parameters.
    private const int RowsAtOnce = 1_000;

    // Any number will do; it must only be the same in every host.
    private const int AppendLock = 0x4155544F;

    private readonly NpgsqlDataSource _source;
    private readonly string _schema;

    public PostgresJournal(string connectionString, string schema)
    {
        _schema = schema;
        _source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema }.ToString()).Build();
    }

    protected override async Task PrepareAsync()
    {
        var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = await BeginAsync(connection).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);

        // IF NOT EXISTS would ask for the right to create also where everything is there.
        if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = @schema)", new { schema = _schema }, transaction).ConfigureAwait(false))
            await connection.ExecuteAsync($"CREATE SCHEMA \"{_schema}\"", transaction: transaction).ConfigureAwait(false);
        if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = @schema AND tablename = 'journal_version')", new { schema = _schema }, transaction).ConfigureAwait(false))
            await connection.ExecuteAsync("CREATE TABLE journal_version (version integer NOT NULL)", transaction: transaction).ConfigureAwait(false);
        var version = await connection.ExecuteScalarAsync<int?>("SELECT max(version) FROM journal_version", transaction: transaction).ConfigureAwait(false) ?? 0;
        if (version > NewestVersion)
            throw TooNew(version);
        for (var next = version + 1; next <= NewestVersion; next++)
            await connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"{Migration(next)}; INSERT INTO journal_version (version) VALUES ({next})"), transaction: transaction).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
    }

    protected internal override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    protected override async Task<DbConnection> OpenToReadAsync(CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.ExecuteAsync("SET default_transaction_read_only = on").ConfigureAwait(false);
            if (!await connection.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = @schema AND tablename = 'journal_version')", new { schema = _schema }).ConfigureAwait(false))
                throw new JournalException($"There is no journal in the schema '{_schema}'. Name another schema.");
            var version = await connection.ExecuteScalarAsync<int>("SELECT max(version) FROM journal_version").ConfigureAwait(false);
            return version <= NewestVersion ? connection : throw TooNew(version);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Sequences are drawn before they are committed; without the lock a reader could see 8 before 7 is there, and never read 7.
    protected internal override async Task<DbTransaction> BeginAsync(DbConnection connection)
    {
        var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await connection.ExecuteAsync("SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock(@id, hashtext(@schema))", new { id = AppendLock, schema = _schema }, transaction).ConfigureAwait(false);
        return transaction;
    }

    protected internal override async Task<IReadOnlyList<long>> InsertAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<EntryRow> rows)
    {
        var sequences = new List<long>(rows.Count);
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            var command = new NpgsqlCommand { Connection = (NpgsqlConnection)connection, Transaction = (NpgsqlTransaction)transaction };
            await using var disposing = command.ConfigureAwait(false);
            var places = some.Select((_, row) => $"({string.Join(", ", Enumerable.Range((row * Columns) + 1, Columns).Select(number => string.Create(CultureInfo.InvariantCulture, $"${number}")))})");
            command.CommandText = $"INSERT INTO entries (at, kind, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label, entry_group, content) VALUES {string.Join(", ", places)} RETURNING sequence";
            foreach (var row in some)
            {
                Add(command, row.At);
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = row.Kind });
                Add(command, row.IssueId);
                Add(command, row.Key);
                command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = row.IsOpen });
                Add(command, row.Closes);
                Add(command, row.RuleId);
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer, Value = (object?)row.RuleVersion ?? DBNull.Value });
                Add(command, row.RulebookRevision);
                Add(command, row.Label);
                Add(command, row.Group);
                Add(command, row.Content);
            }

            var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using var closing = reader.ConfigureAwait(false);
            while (await reader.ReadAsync().ConfigureAwait(false))
                sequences.Add(reader.GetInt64(0));
        }

        // Drawn in the order of the values.
        sequences.Sort();
        return sequences;
    }

    protected override bool IsTaken(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    // Data exceptions, violated constraints, limits of the server such as the length of what is in an index.
    protected override bool IsOfOneEntry(DbException exception) => exception is PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] };

    protected override bool IsDead(Exception exception) =>
        exception is NpgsqlException { InnerException: IOException }
        or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown };

    protected override JournalException Explain(Exception exception) => new(
        exception switch
        {
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The disk of the database server that holds the journal is full. Make room.",
            PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => $"The journal's user may not use or create the schema '{_schema}'. Grant it.",
            PostgresException server => $"The database server refused the journal: {server.MessageText} ({server.SqlState}).",
            _ => $"The database server that holds the journal cannot be reached ({exception.GetType().Name}). Make sure that it runs and that the connection string is right.",
        },
        exception);

    protected override ValueTask CloseAsync() => _source.DisposeAsync();

    private JournalException TooNew(int version) =>
        new($"The journal in the schema '{_schema}' has version {version}; this program knows versions up to {NewestVersion}. Use the newer program, or another schema.");

    private static void Add(NpgsqlCommand command, string? text) =>
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)text ?? DBNull.Value });

    private static string Migration(int version) => version switch
    {
        1 =>
            """
            CREATE TABLE entries (
              sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              at text COLLATE "C" NOT NULL,
              kind integer NOT NULL,
              issue_id text COLLATE "C" NOT NULL,
              entry_key text COLLATE "C" UNIQUE,
              is_open boolean NOT NULL,
              closes text COLLATE "C",
              rule_id text COLLATE "C",
              rule_version integer,
              rulebook_revision text COLLATE "C",
              label text COLLATE "C" NOT NULL,
              entry_group text COLLATE "C",
              content text NOT NULL
            );
            CREATE INDEX entries_by_issue ON entries (issue_id, sequence);
            CREATE INDEX entries_by_rule ON entries (rule_id, rule_version, kind, label) WHERE rule_id IS NOT NULL;
            CREATE INDEX entries_by_group ON entries (entry_group, at) WHERE entry_group IS NOT NULL;
            CREATE INDEX entries_open ON entries (sequence) WHERE is_open;
            CREATE INDEX entries_by_closed ON entries (closes) WHERE closes IS NOT NULL;
            CREATE INDEX entries_of_control ON entries (sequence) WHERE kind IN (8, 10);
            CREATE TABLE rulebooks (revision text PRIMARY KEY, archive bytea NOT NULL);
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
            CREATE TRIGGER entries_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };
}
