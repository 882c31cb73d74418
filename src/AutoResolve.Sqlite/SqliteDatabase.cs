using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoResolve.Sqlite;

/// <summary>
/// A journal's file, written ahead (WAL) and flushed with each commit. Several processes of one machine may share it.
/// </summary>
internal sealed class SqliteDatabase : JournalDatabase
{
    private const string KeepIt =
        "Move it away and restore it from a backup, or begin with a new one; do not delete it: it may be the only record of what was done.";

    private readonly string _path;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly SqliteConnections _connections;

    // Every delivery begins with one of them.
    private readonly ConcurrentBag<SqliteCaseFinder> _finders = [];

    private SqliteWriter? _writer;
    private volatile bool _hasClosed;

    /// <param name="path">The file.</param>
    /// <param name="lockTime">How long another process may hold the file.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <param name="logger">Is told what could not be overwritten.</param>
    public SqliteDatabase(string path, TimeSpan lockTime, TimeProvider? timeProvider = null, ILogger? logger = null)
    {
        _path = Path.GetFullPath(path);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger.Instance;
        _connections = new SqliteConnections(_path, lockTime);
    }

    /// <summary>How many pages the file may have; null for as many as the disk holds.</summary>
    public int? MaxPages
    {
        init => _connections.MaxPages = value;
    }

    public override string Name => $"The journal '{_path}'";

    public override SqlDialect Dialect { get; } = new SqliteDialect();

    private string SecretPath => SecretFile.PathOf(_path);

    private string Barred =>
        $"The journal '{_path}' cannot be opened. Make sure that its folder exists and that this program may read and write in it.";

    public override async Task PrepareAsync()
    {
        if (Path.GetDirectoryName(_path) is { } folder)
            Directory.CreateDirectory(folder);
        OwnersFile.Ensure(_path);
        var connection = await _connections.OpenAsync(CancellationToken.None).ConfigureAwait(false);
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

    public override async Task<JournalSecrets> AdmitAsync()
    {
        var connection = await _connections.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        var transaction = Begin(connection);
        await using var rollback = transaction.ConfigureAwait(false);
        var secrets = await AdmitAsync(connection, transaction).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return secrets;
    }

    public override async Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) =>
        await _connections.OpenAsync(cancellationToken).ConfigureAwait(false);

    public override Task<DbConnection> ConnectToReadAsync(CancellationToken cancellationToken) =>
        _connections.OpenToReadAsync(async connection => await VersionAsync(connection).ConfigureAwait(false), cancellationToken);

    public override async Task<int> VersionAsync(DbConnection connection)
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
        return version switch
        {
            < 0 => throw new JournalException($"{Name} is damaged, or is no journal: there is no version {version}. {KeepIt}"),
            > SqliteSchema.Newest => throw new JournalException(
                $"{Name} has version {version}; this program knows versions up to {SqliteSchema.Newest}. "
                    + "Use the newer program, or another file."
            ),
            _ => version,
        };
    }

    public override JournalException NotThere() =>
        new(File.Exists(_path) ? $"'{_path}' is no journal. Name another file." : $"There is no journal '{_path}'.");

    public override async Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<PendingWrite> group)
    {
        try
        {
            _writer ??= new SqliteWriter(await _connections.OpenToWriteAsync().ConfigureAwait(false));
            return _writer.Write(group, () => Now);
        }
        catch
        {
            CloseWriter();
            throw;
        }
    }

    public override async Task<CaseRow?> FindAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        if (!_finders.TryTake(out var finder))
            finder = new SqliteCaseFinder(await _connections.OpenToKeepAsync(cancellationToken).ConfigureAwait(false));
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

    public override void AddNow(DynamicParameters parameters) => parameters.Add("now", Now);

    public override bool IsOfOne(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_TOOBIG };

    public override JournalException Explain(Exception exception) =>
        new(
            exception switch
            {
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL } =>
                    $"The disk that holds the journal '{_path}' is full. Make room.",
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
                    $"The journal '{_path}' was locked by another program for {Seconds(_connections.LockTime)}. "
                        + "Find out which, and let it end.",
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB }
                or FormatException
                or DataException => $"The journal '{_path}' is damaged, or is no journal. {KeepIt}",
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_ERROR } lacking
                    when lacking.Message.Contains("no such ", StringComparison.Ordinal) =>
                    $"The journal '{_path}' is damaged, or is no journal. {KeepIt}",
                SqliteException barred when SqliteConnections.IsBarred(barred) => Barred,
                UnauthorizedAccessException or IOException => Barred,
                _ => $"The journal '{_path}' cannot be used: {exception.Message}",
            },
            exception
        );

    /// <exception cref="JournalException">There is no journal of this version, or it cannot be written.</exception>
    public async Task<JournalPruning> PruneAsync(DateTimeOffset before, string by, CancellationToken cancellationToken)
    {
        try
        {
            // Opening to write would create what is not there.
            var reading = await ConnectToReadAsync(cancellationToken).ConfigureAwait(false);
            await using (reading.ConfigureAwait(false))
            {
                if (await VersionAsync(reading).ConfigureAwait(false) != SqliteSchema.Newest)
                    throw NotThere();
            }

            var connection = await _connections.OpenToKeepAsync(cancellationToken).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            return await new SqlitePruner(connection).RunAsync(before, by, _timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception)
        {
            throw Explain(exception);
        }
    }

    public override ValueTask DisposeAsync()
    {
        CloseWriter();
        _hasClosed = true;
        CloseFinders();
        _connections.Clear();
        return default;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds == 1 ? "1 second" : $"{time.TotalSeconds:0} seconds";

    private long Now => _timeProvider.GetUtcNow().ToUnixTimeMilliseconds();

    private static SqliteTransaction Begin(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

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
        await connection.ExecuteAsync(SqliteMigration.PutAside + SqliteSchema.Tables, transaction: transaction).ConfigureAwait(false);
        var secrets = await AdmitAsync(connection, transaction).ConfigureAwait(false);
        await new SqliteMigration(connection, transaction, Dialect, secrets.Current).RunAsync().ConfigureAwait(false);
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
}
