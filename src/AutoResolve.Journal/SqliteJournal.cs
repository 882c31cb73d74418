using System.Data;
using System.Data.Common;
using AutoResolve.Journaling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Journal;

/// <summary>A journal in one SQLite file, written ahead (WAL) and flushed with each commit. Several processes of one machine may share it.</summary>
internal sealed class SqliteJournal : GroupCommitJournal
{
    private const int NewestVersion = 1;

    // "ARjl" in the file's header: says whose file it is.
    private const int ApplicationId = 0x41526A6C;

    private readonly string _path;

    public SqliteJournal(string path) => _path = Path.GetFullPath(path);

    /// <summary>How long another process may hold the file before an append fails.</summary>
    public int LockSeconds { get; init; } = 15;

    /// <summary>How many pages the file may have; null for as many as the disk holds.</summary>
    public int? MostPages { get; init; }

    private string ConnectionString => field ??= new SqliteConnectionStringBuilder { DataSource = _path, DefaultTimeout = LockSeconds, Pooling = true }.ToString();

    private string Barred => $"The journal '{_path}' cannot be opened. Make sure that its folder exists and that this program may read and write in it.";

    protected override async Task PrepareAsync()
    {
        if (Path.GetDirectoryName(_path) is { } folder)
            Directory.CreateDirectory(folder);
        var connection = await OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);

        // Before the mode is set, which writes to the file.
        await CheckVersionAsync(connection).ConfigureAwait(false);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL").ConfigureAwait(false);
        var transaction = await BeginAsync(connection).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var version = await CheckVersionAsync(connection).ConfigureAwait(false);
        for (var next = version + 1; next <= NewestVersion; next++)
            await connection.ExecuteAsync($"{Migration(next)}; PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {next}", transaction: transaction).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
    }

    protected internal override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);

        // FULL: a commit is on the disk when it returns, also in WAL mode.
        await connection.ExecuteAsync("PRAGMA synchronous = FULL").ConfigureAwait(false);
        if (MostPages is { } pages)
            await connection.ExecuteAsync($"PRAGMA max_page_count = {pages}").ConfigureAwait(false);
        return connection;
    }

    protected override async Task<DbConnection> OpenToReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await OpenToReadAsync(_path, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (IsBarred(exception) && File.Exists(_path))
        {
            // SQLite makes a file beside a journal even to read it. Where that is barred, it reads what it is told nobody changes: so it is while no
            // log stands beside it, which every open journal has.
            var log = new FileInfo(_path + "-wal");
            return log is { Exists: true, Length: > 0 }
                ? throw new JournalException($"The journal '{_path}' has entries in '{log.FullName}', which can be read only where this program may write. Copy both files to a folder of yours, and read the copy.", exception)
                : await OpenToReadAsync(new Uri(_path).AbsoluteUri + "?immutable=1", cancellationToken).ConfigureAwait(false);
        }
    }

    // BEGIN IMMEDIATE: waits for its turn here, and cannot fail half-way for want of it.
    protected internal override Task<DbTransaction> BeginAsync(DbConnection connection) => Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    protected internal override async Task<IReadOnlyList<long>> InsertAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<EntryRow> rows)
    {
        var command = ((SqliteConnection)connection).CreateCommand();
        await using var disposing = command.ConfigureAwait(false);
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText =
            """
            INSERT INTO entries (at, kind, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label, entry_group, content)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING sequence
            """;
        var parameters = Enumerable.Range(1, 12).Select(number => command.Parameters.Add(new SqliteParameter { ParameterName = $"${number}" })).ToList();
        var sequences = new List<long>(rows.Count);
        foreach (var row in rows)
        {
            object?[] values = [row.At, row.Kind, row.IssueId, row.Key, row.IsOpen, row.Closes, row.RuleId, row.RuleVersion, row.RulebookRevision, row.Label, row.Group, row.Content];
            for (var at = 0; at < values.Length; at++)
                parameters[at].Value = values[at] ?? DBNull.Value;
            sequences.Add((long)command.ExecuteScalar()!);
        }

        return sequences;
    }

    protected override bool IsTaken(DbException exception) => exception is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE };

    protected override bool IsOfOneEntry(DbException exception) => exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_TOOBIG };

    protected override JournalException Explain(Exception exception) => new(
        exception switch
        {
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } => $"The disk that holds the journal '{_path}' is full. Make room.",
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } => $"The journal '{_path}' was locked by another program for {LockSeconds} second{(LockSeconds == 1 ? "" : "s")}. Find out which, and let it end.",
            SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB } or FormatException or DataException => $"The journal '{_path}' is damaged, or is no journal. Move it away and restore it from a backup, or begin with a new one; do not delete it: it may be the only record of what was done.",
            SqliteException barred when IsBarred(barred) => Barred,
            UnauthorizedAccessException or IOException => Barred,
            _ => $"The journal '{_path}' cannot be used: {exception.Message}",
        },
        exception);

    protected override ValueTask CloseAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        return default;
    }

    private async Task<DbConnection> OpenToReadAsync(string source, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return await CheckVersionAsync(connection).ConfigureAwait(false) > 0 ? connection : throw new JournalException($"'{_path}' is no journal. Name another file.");
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<int> CheckVersionAsync(DbConnection connection)
    {
        var isForeign = await connection.ExecuteScalarAsync<bool>($"SELECT (SELECT application_id FROM pragma_application_id) <> {ApplicationId} AND EXISTS (SELECT * FROM sqlite_master)").ConfigureAwait(false);
        if (isForeign)
            throw new JournalException($"'{_path}' is a database, but no journal. Name another file.");
        var version = await connection.ExecuteScalarAsync<int>("PRAGMA user_version").ConfigureAwait(false);
        return version <= NewestVersion
            ? version
            : throw new JournalException($"The journal '{_path}' has version {version}; this program knows versions up to {NewestVersion}. Use the newer program, or another file.");
    }

    private static bool IsBarred(SqliteException exception) => exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN;

    private static string Migration(int version) => version switch
    {
        1 =>
            """
            CREATE TABLE entries (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              at TEXT NOT NULL,
              kind INTEGER NOT NULL,
              issue_id TEXT NOT NULL,
              entry_key TEXT UNIQUE,
              is_open INTEGER NOT NULL,
              closes TEXT,
              rule_id TEXT,
              rule_version INTEGER,
              rulebook_revision TEXT,
              label TEXT NOT NULL,
              entry_group TEXT,
              content TEXT NOT NULL
            );
            CREATE INDEX entries_by_issue ON entries (issue_id, sequence);
            CREATE INDEX entries_by_rule ON entries (rule_id, rule_version, kind, label) WHERE rule_id IS NOT NULL;
            CREATE INDEX entries_by_group ON entries (entry_group, at) WHERE entry_group IS NOT NULL;
            CREATE INDEX entries_open ON entries (sequence) WHERE is_open;
            CREATE INDEX entries_by_closed ON entries (closes) WHERE closes IS NOT NULL;
            CREATE INDEX entries_of_control ON entries (sequence) WHERE kind IN (8, 10);
            CREATE TABLE rulebooks (revision TEXT PRIMARY KEY, archive BLOB NOT NULL) WITHOUT ROWID;
            CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
            CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
            """,
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };
}
