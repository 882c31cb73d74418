using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Text.Json;
using AutoResolve.Journaling;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoResolve.Journal.Sqlite;

/// <summary>
/// A journal in one SQLite file, written ahead (WAL) and flushed with each commit. Several processes of one machine may share it.
/// </summary>
internal sealed class SqliteJournal : GroupCommitJournal
{
    private const int CacheKilobytes = 32 * 1_024;
    private const int CheckpointPages = 8_000;

    private readonly string _path;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    // Every delivery begins with one of them.
    private readonly ConcurrentBag<SqliteCaseFinder> _finders = [];

    private SqliteWriter? _writer;
    private volatile bool _hasClosed;

    public SqliteJournal(string path, SqliteJournalOptions? options = null, TimeProvider? timeProvider = null, ILogger? logger = null)
        : base((options ??= new SqliteJournalOptions()).AppendTimeout, logger)
    {
        _path = Path.GetFullPath(path);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        LockSeconds = Math.Max(1, (int)(options.AppendTimeout.TotalSeconds * 0.8));
    }

    /// <summary>How long another process may hold the file; less than an append waits, so that it is told why.</summary>
    public int LockSeconds { get; init; }

    /// <summary>How many pages the file may have; null for as many as the disk holds.</summary>
    public int? MaxPages { get; init; }

    protected override string Name => $"The journal '{_path}'";

    protected override SqlTexts Texts { get; } =
        new("@now", (column, name) => $"{column} IN (SELECT value FROM json_each(@{name}))", values => JsonSerializer.Serialize(values));

    private string ConnectionString =>
        field ??= new SqliteConnectionStringBuilder
        {
            DataSource = _path,

            // SQLite itself waits, in small steps; afterwards this library must not begin once more.
            DefaultTimeout = 1,
            Pooling = true,
        }.ToString();

    private string SecretPath => SecretFile.PathOf(_path);

    private string Barred =>
        $"The journal '{_path}' cannot be opened. Make sure that its folder exists and that this program may read and write in it.";

    protected override async Task PrepareAsync()
    {
        if (Path.GetDirectoryName(_path) is { } folder)
            Directory.CreateDirectory(folder);
        OwnersFile.Ensure(_path);
        var connection = await ConnectAsync(CancellationToken.None).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);

        // Before the mode is set, which writes to the file.
        await VersionAsync(connection).ConfigureAwait(false);
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL").ConfigureAwait(false);
        var transaction = Begin(connection);
        await using (transaction.ConfigureAwait(false))
        {
            var version = await VersionAsync(connection).ConfigureAwait(false);
            if (version == 0)
                await connection.ExecuteAsync(SqliteSchema.All, transaction: transaction).ConfigureAwait(false);
            else if (version == FirstSchemaVersion)
                await MigrateAsync(connection, transaction).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
        }

        await PurgeAsync(connection).ConfigureAwait(false);
    }

    protected override async Task<JournalSecrets> AdmitAsync()
    {
        var connection = await ConnectAsync(CancellationToken.None).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = Begin(connection);
        await using var rollback = transaction.ConfigureAwait(false);
        var secrets = await AdmitAsync(connection, transaction).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return secrets;
    }

    protected internal override async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) =>
        await ConnectAsync(ConnectionString, cancellationToken).ConfigureAwait(false);

    protected override async Task<DbConnection> ConnectToReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectToReadAsync(_path, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException) when (!File.Exists(_path))
        {
            return new SqliteConnection();
        }
        catch (SqliteException exception) when (IsBarred(exception))
        {
            // SQLite makes a file beside a journal even to read it. Where that is barred, it reads what it is told nobody changes: so it is
            // while no log stands beside it, which every open journal has.
            var log = new FileInfo(_path + "-wal");
            return log is { Exists: true, Length: > 0 }
                ? throw new JournalException(
                    $"The journal '{_path}' has entries in '{log.FullName}', which can be read only where this program may write. "
                        + "Copy both files to a folder of yours, and read the copy.",
                    exception
                )
                : await ConnectToReadAsync(new Uri(_path).AbsoluteUri + "?immutable=1", cancellationToken).ConfigureAwait(false);
        }
    }

    protected override async Task<int> VersionAsync(DbConnection connection)
    {
        if (connection.State == ConnectionState.Closed)
            return 0;
        var isForeign = await connection
            .ExecuteScalarAsync<bool>(
                "SELECT (SELECT application_id FROM pragma_application_id) <> @id AND EXISTS (SELECT * FROM sqlite_master)",
                new { id = SqliteSchema.ApplicationId }
            )
            .ConfigureAwait(false);
        if (isForeign)
            throw new JournalException($"'{_path}' is a database, but no journal. Name another file.");
        var version = await connection.ExecuteScalarAsync<int>("PRAGMA user_version").ConfigureAwait(false);
        return version <= SqliteSchema.Newest
            ? version
            : throw new JournalException(
                $"{Name} has version {version}; this program knows versions up to {SqliteSchema.Newest}. "
                    + "Use the newer program, or another file."
            );
    }

    protected override JournalException NotThere() => new($"'{_path}' is no journal. Name another file.");

    protected override async Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<PendingWrite> group)
    {
        try
        {
            _writer ??= new SqliteWriter(await ConnectToWriteAsync().ConfigureAwait(false));
            return _writer.Write(group, () => Now);
        }
        catch
        {
            CloseWriter();
            throw;
        }
    }

    protected override async Task<CaseRow?> FindAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        if (!_finders.TryTake(out var finder))
            finder = new SqliteCaseFinder(await ConnectToKeepAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            var row = finder.Find(reference, Now);
            _finders.Add(finder);
            finder = null;
            return row;
        }
        finally
        {
            finder?.Dispose();
            if (_hasClosed)
                CloseFinders();
        }
    }

    protected override void AddNow(DynamicParameters parameters) => parameters.Add("now", Now);

    protected override bool IsOfOne(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_TOOBIG };

    protected override JournalException Explain(Exception exception) =>
        new(
            exception switch
            {
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } =>
                    $"The disk that holds the journal '{_path}' is full. Make room.",
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
                    $"The journal '{_path}' was locked by another program for {LockSeconds} second{(LockSeconds == 1 ? "" : "s")}. "
                        + "Find out which, and let it end.",
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB }
                or FormatException
                or DataException => $"The journal '{_path}' is damaged, or is no journal. Move it away and restore it from a "
                    + $"backup, or begin with a new one; "
                    + "do not delete it: it may be the only record of what was done.",
                SqliteException barred when IsBarred(barred) => Barred,
                UnauthorizedAccessException or IOException => Barred,
                _ => $"The journal '{_path}' cannot be used: {exception.Message}",
            },
            exception
        );

    protected override ValueTask CloseAsync()
    {
        CloseWriter();
        _hasClosed = true;
        CloseFinders();
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        return default;
    }

    private long Now => _timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    private static SqliteTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    private async Task<SqliteConnection> ConnectAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);

        // FULL: a commit is on the disk when it returns, also in WAL mode. And what is erased is overwritten.
        await connection
            .ExecuteAsync($"PRAGMA busy_timeout = {(LockSeconds * 1000) + 50}; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            .ConfigureAwait(false);
        if (MaxPages is { } pages)
            await connection.ExecuteAsync($"PRAGMA max_page_count = {pages}").ConfigureAwait(false);
        return connection;
    }

    // The pages that are written again and again are kept, and are moved from the log into the file less often than SQLite would: once for
    // many changes.
    private async Task<SqliteConnection> ConnectToWriteAsync()
    {
        var connection = await ConnectToKeepAsync(CancellationToken.None).ConfigureAwait(false);
        await connection
            .ExecuteAsync($"PRAGMA cache_size = {-CacheKilobytes}; PRAGMA wal_autocheckpoint = {CheckpointPages}")
            .ConfigureAwait(false);
        return connection;
    }

    // Not from the pool, to which it would be given back in the midst of a transaction.
    private Task<SqliteConnection> ConnectToKeepAsync(CancellationToken cancellationToken) =>
        ConnectAsync(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString(), cancellationToken);

    private void CloseFinders()
    {
        while (_finders.TryTake(out var finder))
            finder.Dispose();
    }

    private void CloseWriter()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private async Task MigrateAsync(DbConnection connection, SqliteTransaction transaction)
    {
        await connection
            .ExecuteAsync(
                SqliteMigration.PutAside + SqliteSchema.Entries + SqliteSchema.Indexes + SqliteSchema.Others,
                transaction: transaction
            )
            .ConfigureAwait(false);
        var secrets = await AdmitAsync(connection, transaction).ConfigureAwait(false);
        await new SqliteMigration(connection, transaction, Texts, secrets.Current).RunAsync().ConfigureAwait(false);
        await connection
            .ExecuteAsync(SqliteMigration.Finish + SqliteSchema.Triggers + SqliteSchema.Version, transaction: transaction)
            .ConfigureAwait(false);
    }

    // The old keys stand in pages that are free now, and in the log. Overwritten by whoever comes next where this one is ended before.
    private async Task PurgeAsync(DbConnection connection)
    {
        try
        {
            if (!await connection.ExecuteScalarAsync<bool>(SqliteMigration.HasRemains).ConfigureAwait(false))
                return;
            foreach (var statement in SqliteMigration.Purge)
                await connection.ExecuteAsync(statement, commandTimeout: 0).ConfigureAwait(false);
            if (await connection.ExecuteScalarAsync<int>(SqliteMigration.Checkpoint).ConfigureAwait(false) == 0)
                await connection.ExecuteAsync(SqliteMigration.EndPurge).ConfigureAwait(false);
        }
        catch (SqliteException exception)
        {
            Log.NotPurged(_logger, Name, exception);
        }
    }

    private async Task<JournalSecrets> AdmitAsync(DbConnection connection, DbTransaction transaction)
    {
        var known = (
            await connection
                .QueryAsync<KnownSecret>("SELECT id, fingerprint FROM journal_secrets ORDER BY place", transaction: transaction)
                .ConfigureAwait(false)
        ).AsList();
        var given = SecretFile.Read(SecretPath);
        if (given is null && known.Count > 0)
        {
            throw new JournalException(
                $"{Name} is written with the secret '{known[^1].Id}', and '{SecretPath}' is not there. Bring it back from a backup."
            );
        }

        var (secrets, added) = KnownSecret.Admit(
            known,
            given ?? SecretFile.Create(SecretPath),
            Name,
            $"Its secrets stand in '{SecretPath}', the newest first; bring back the file that belongs to this journal."
        );
        if (added is not null)
        {
            await connection
                .ExecuteAsync(
                    "INSERT INTO journal_secrets (id, fingerprint, since) VALUES (@Id, @Fingerprint, @since)",
                    new
                    {
                        added.Id,
                        added.Fingerprint,
                        since = EntryRow.TextOf(_timeProvider.GetUtcNow()),
                    },
                    transaction
                )
                .ConfigureAwait(false);
        }

        return secrets;
    }

    private async Task<DbConnection> ConnectToReadAsync(string source, CancellationToken cancellationToken)
    {
        var builder = new SqliteConnectionStringBuilder(ConnectionString)
        {
            DataSource = source,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        var connection = new SqliteConnection(builder.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);

            // Reads, which opening alone does not: now is known whether it may.
            await VersionAsync(connection).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static bool IsBarred(SqliteException exception) =>
        exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN;
}
