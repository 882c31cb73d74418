using System.Data.Common;
using AutoResolve.Journaling;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Shared.Journals;

/// <summary>
/// Makes a journal ready before it is first written, and lets whoever only reads have it as it is. Says what is wrong as the store explains
/// it.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="isReadOnly">Whether nothing is created, migrated or written, whatever is asked for.</param>
/// <param name="logger">Is told of an old journal.</param>
internal sealed class JournalConnections(JournalDatabase database, bool isReadOnly, ILogger logger)
{
    private readonly Lock _preparing = new();
    private Task? _prepared;
    private bool _isOldTold;
    private volatile bool _isClosed;

    public bool IsPrepared => _prepared is { IsCompletedSuccessfully: true };

    public static JournalException Closed(Exception? exception = null) => new("The journal is closed.", exception);

    public void Close() => _isClosed = true;

    public void ThrowIfClosed()
    {
        if (_isClosed)
            throw Closed();
    }

    /// <summary>Has the journal made ready to be written.</summary>
    /// <exception cref="JournalException">It cannot be, or was opened to be read.</exception>
    public async Task EnsurePreparedAsync()
    {
        ThrowIfClosed();
        if (isReadOnly)
            throw new JournalException($"{database.Name} was opened to be read; nothing can be written to it.");
        try
        {
            await PrepareOnceAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not JournalException)
        {
            throw database.Explain(exception);
        }
    }

    /// <summary>Uses a journal that was made ready. What is done there may be done twice.</summary>
    public async Task<T> UseAsync<T>(Func<DbConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        await EnsurePreparedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return await ExplainedAsync(() =>
                database.OnConnectionAsync(database.ConnectAsync, use, cancellationToken, database.ConnectAnewAsync)
            )
            .ConfigureAwait(false);
    }

    /// <summary>
    /// Reads. Whoever only reads writes nothing: what is old stays so, and may be where this program must not write. What is not there is
    /// created all the same, but for whoever opened the journal to read it.
    /// </summary>
    /// <param name="read">Reads on a connection; is told whether the journal has the first schema.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public async Task<T> ReadAsync<T>(Func<DbConnection, bool, Task<T>> read, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        if (!IsPrepared)
        {
            var (isThere, result) = await ExplainedAsync(() =>
                    database.OnConnectionAsync(database.ConnectToReadAsync, connection => TryReadAsync(connection, read), cancellationToken)
                )
                .ConfigureAwait(false);
            if (isThere)
                return result!;
            if (isReadOnly)
                throw database.NotThere();
        }

        return await UseAsync(connection => read(connection, false), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads on a connection of its own a journal that must be there: nothing is created, migrated or written. What is done there may be
    /// done twice.
    /// </summary>
    /// <exception cref="JournalException">There is no journal, or it cannot be read.</exception>
    public Task<T> ReadExistingAsync<T>(Func<DbConnection, bool, Task<T>> read, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        return ExplainedAsync(() =>
            database.OnConnectionAsync(
                database.ConnectToReadAsync,
                async connection =>
                {
                    var (isThere, result) = await TryReadAsync(connection, read).ConfigureAwait(false);
                    return isThere ? result! : throw database.NotThere();
                },
                cancellationToken
            )
        );
    }

    /// <summary>A connection to read a journal that must be there, and whether it has the first schema.</summary>
    /// <exception cref="JournalException">There is no journal, or it cannot be read.</exception>
    public Task<(DbConnection Connection, bool IsFirstSchema)> OpenExistingAsync(CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        return ExplainedAsync(async () =>
        {
            var connection = await database.ConnectToReadAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var version = await FindVersionAsync(connection).ConfigureAwait(false);
                return version == 0 ? throw database.NotThere() : (connection, version == JournalDatabase.FirstSchemaVersion);
            }
            catch
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        });
    }

    /// <summary>Does what says what is wrong as the store says it.</summary>
    /// <exception cref="JournalException">It failed.</exception>
    public async Task<T> ExplainedAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (JournalException or OperationCanceledException))
        {
            throw database.Explain(exception);
        }
    }

    // What failed is tried again by whoever comes next: the server may be back.
    private Task PrepareOnceAsync()
    {
        lock (_preparing)
        {
            if (_prepared is null or { IsFaulted: true } or { IsCanceled: true })
                _prepared = Task.Run(database.PrepareAsync);
            return _prepared;
        }
    }

    private async Task<(bool IsThere, T? Result)> TryReadAsync<T>(DbConnection connection, Func<DbConnection, bool, Task<T>> read)
    {
        var version = await FindVersionAsync(connection).ConfigureAwait(false);
        return version == 0
            ? (false, default)
            : (true, await read(connection, version == JournalDatabase.FirstSchemaVersion).ConfigureAwait(false));
    }

    private async Task<int> FindVersionAsync(DbConnection connection)
    {
        var version = await database.VersionAsync(connection).ConfigureAwait(false);
        if (version == JournalDatabase.FirstSchemaVersion && !Interlocked.Exchange(ref _isOldTold, true))
            Log.OldSchema(logger, database.Name);
        return version;
    }
}
