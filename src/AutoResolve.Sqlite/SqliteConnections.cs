using System.Data.Common;
using AutoResolve.Journaling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AutoResolve.Sqlite;

/// <summary>Opens connections to a journal's file.</summary>
/// <param name="path">The file, from the root.</param>
/// <param name="lockTime">How long another process may hold the file; whole seconds, at least one.</param>
internal sealed class SqliteConnections(string path, TimeSpan lockTime)
{
    private const int CacheKilobytes = 32 * 1_024;
    private const int CheckpointPages = 8_000;

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,

        // SQLite itself waits, in small steps; afterwards this library must not begin once more.
        DefaultTimeout = 1,
        Pooling = true,
    }.ToString();

    public TimeSpan LockTime { get; } = lockTime;

    /// <summary>How many pages the file may have; null for as many as the disk holds.</summary>
    public int? MaxPages { get; set; }

    public static bool IsBarred(SqliteException exception) =>
        exception.SqliteErrorCode is SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN;

    /// <summary>One from the pool, to read and write.</summary>
    public Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken) => OpenAsync(_connectionString, cancellationToken);

    /// <summary>One that is kept: not from the pool, to which it would be given back in the midst of a transaction.</summary>
    public Task<SqliteConnection> OpenToKeepAsync(CancellationToken cancellationToken) =>
        OpenAsync(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ToString(), cancellationToken);

    /// <summary>
    /// One for the writer: the pages that are written again and again are kept, and are moved from the log into the file less often than
    /// SQLite would: once for many changes.
    /// </summary>
    public async Task<SqliteConnection> OpenToWriteAsync()
    {
        var connection = await OpenToKeepAsync(CancellationToken.None).ConfigureAwait(false);
        await connection
            .ExecuteAsync($"PRAGMA cache_size = {-CacheKilobytes}; PRAGMA wal_autocheckpoint = {CheckpointPages}")
            .ConfigureAwait(false);
        return connection;
    }

    /// <summary>One by which nothing can be written or created; where there is no file, or an empty one, one that is not open.</summary>
    /// <param name="check">Reads, which opening alone does not: then is known whether it may.</param>
    /// <param name="cancellationToken">Ends opening.</param>
    public async Task<DbConnection> OpenToReadAsync(Func<DbConnection, Task> check, CancellationToken cancellationToken)
    {
        if (IsEmpty())
            return new SqliteConnection();
        try
        {
            return await OpenToReadAsync(path, check, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException) when (!File.Exists(path))
        {
            return new SqliteConnection();
        }
        catch (SqliteException exception) when (IsBarred(exception))
        {
            // SQLite makes a file beside a journal even to read it. Where that is barred, it reads what it is told nobody changes: so it is
            // while no log stands beside it, which every open journal has.
            var log = new FileInfo(path + "-wal");
            return log is { Exists: true, Length: > 0 }
                ? throw new JournalException(
                    $"The journal '{path}' has entries in '{log.FullName}', which can be read only where this program may write. "
                        + "Copy both files to a folder of yours, and read the copy.",
                    exception
                )
                : await OpenToReadAsync(new Uri(path).AbsoluteUri + "?immutable=1", check, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes those of the pool.</summary>
    public void Clear()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    // A pipe would wait for a writer, perhaps for ever; it has no length, as what is empty.
    private bool IsEmpty()
    {
        var file = new FileInfo(path);
        return file.Exists && (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file) is { Exists: true, Length: 0 };
    }

    private async Task<SqliteConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);

        // FULL: a commit is on the disk when it returns, also in WAL mode. And what is erased is overwritten.
        await connection
            .ExecuteAsync($"PRAGMA busy_timeout = {LockTime.TotalMilliseconds + 50}; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
            .ConfigureAwait(false);
        if (MaxPages is { } pages)
            await connection.ExecuteAsync($"PRAGMA max_page_count = {pages}").ConfigureAwait(false);
        return connection;
    }

    private async Task<DbConnection> OpenToReadAsync(string source, Func<DbConnection, Task> check, CancellationToken cancellationToken)
    {
        var builder = new SqliteConnectionStringBuilder(_connectionString)
        {
            DataSource = source,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        var connection = new SqliteConnection(builder.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await check(connection).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
