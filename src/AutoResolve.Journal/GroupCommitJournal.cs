using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Journal;

/// <summary>A journal in a database. One writer puts the entries of all who wait into one transaction, so that a flush to disk serves many (group commit).</summary>
internal abstract class GroupCommitJournal : IJournal, IAsyncDisposable, IDisposable
{
    private const int LargestGroup = 1_000;
    private const int MostWaiting = 10_000;
    private const int PageSize = 1_000;

    private readonly Channel<PendingAppend> _waiting = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Lazy<Task> _writing;
    private readonly Lock _preparing = new();
    private Task? _prepared;
    private volatile bool _isClosed;

    protected GroupCommitJournal() => _writing = new Lazy<Task>(() => Task.Run(WriteAllAsync));

    public async ValueTask<AppendResult> AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new PendingAppend([.. entries.Select(EntryRow.Of)]);
        if (pending.RepeatedKey is { } repeated)
            return new AppendResult(0, repeated);
        await EnsurePreparedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        _ = _writing.Value;
        try
        {
            await _waiting.Writer.WriteAsync(pending, cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException exception)
        {
            throw Closed(exception);
        }

        return await pending.Written.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);

        // By pages, so that neither memory nor a connection is held while the reader works.
        var last = query.NewestFirst ? long.MaxValue : 0L;
        var left = query.Limit ?? int.MaxValue;
        while (left > 0)
        {
            var size = Math.Min(left, PageSize);
            var (sql, parameters) = EntryQuery.Select(query, last, size);
            var page = await UseAsync(async connection => (await connection.QueryAsync<EntryRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)).ConfigureAwait(false)).Select(row => row.ToEntry()).ToList(), cancellationToken).ConfigureAwait(false);
            foreach (var entry in page)
                yield return entry;
            if (page.Count < size)
                yield break;
            left -= page.Count;
            last = page[^1].Sequence;
        }
    }

    public async ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (sql, parameters) = EntryQuery.Count(query);
        var counts = await UseAsync(connection => connection.QueryAsync<(long Kind, string Label, long Count)>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)), cancellationToken).ConfigureAwait(false);
        return [.. counts.Select(count => new JournalCount((JournalEntryKind)count.Kind, count.Label, count.Count)).OrderBy(count => count.Kind).ThenBy(count => count.Label, StringComparer.Ordinal)];
    }

    public async ValueTask KeepRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        revision = EntryText.Of(revision);
        await UseAsync(
            connection => connection.ExecuteAsync(new CommandDefinition("INSERT INTO rulebooks (revision, archive) VALUES (@revision, @archive) ON CONFLICT (revision) DO NOTHING", new { revision, archive = archive.ToArray() }, cancellationToken: cancellationToken)),
            cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        revision = EntryText.Of(revision);
        var archive = await UseAsync(
            connection => connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition("SELECT archive FROM rulebooks WHERE revision = @revision", new { revision }, cancellationToken: cancellationToken)),
            cancellationToken).ConfigureAwait(false);

        // Said of the memory: a null array would become an empty memory that is there.
        return archive is null ? (ReadOnlyMemory<byte>?)null : archive;
    }

    /// <summary>Writes what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        _waiting.Writer.TryComplete();
        if (_writing.IsValueCreated)
            await _writing.Value.ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Creates what is missing, and migrates what is old.</summary>
    protected abstract Task PrepareAsync();

    /// <summary>A connection ready to be used.</summary>
    protected internal abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A connection to a journal that is there and of a version that this program knows, by which nothing can be written.</summary>
    protected abstract Task<DbConnection> OpenToReadAsync(CancellationToken cancellationToken);

    /// <summary>A transaction in which nobody else writes a sequence that is lower than one already seen.</summary>
    protected internal abstract Task<DbTransaction> BeginAsync(DbConnection connection);

    /// <summary>Inserts rows and returns the sequence of each, in order.</summary>
    protected internal abstract Task<IReadOnlyList<long>> InsertAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<EntryRow> rows);

    /// <summary>Whether a key was taken.</summary>
    protected abstract bool IsTaken(DbException exception);

    /// <summary>Whether something is wrong with an entry, and not with the store. Its fault must not fail the others of its group.</summary>
    protected abstract bool IsOfOneEntry(DbException exception);

    /// <summary>Whether a connection that was open broke.</summary>
    protected virtual bool IsDead(Exception exception) => false;

    /// <summary>Says what is wrong and what to do.</summary>
    protected abstract JournalException Explain(Exception exception);

    protected virtual ValueTask CloseAsync() => default;

    private static JournalException Closed(Exception? exception = null) => new("The journal is closed.", exception);

    private async Task EnsurePreparedAsync()
    {
        if (_isClosed)
            throw Closed();
        try
        {
            await PrepareOnceAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not JournalException)
        {
            throw Explain(exception);
        }
    }

    // What failed is tried again by whoever comes next: the server may be back.
    private Task PrepareOnceAsync()
    {
        lock (_preparing)
        {
            if (_prepared is null or { IsFaulted: true } or { IsCanceled: true })
                _prepared = Task.Run(PrepareAsync);
            return _prepared;
        }
    }

    /// <summary>Reads on a connection of its own a journal that must be there: nothing is created, migrated or written. What is done there may be done twice.</summary>
    /// <exception cref="JournalException">There is no journal, or it cannot be read.</exception>
    public async Task<T> ReadOnlyAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await OnConnectionAsync(OpenToReadAsync, read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (JournalException or OperationCanceledException))
        {
            throw Explain(exception);
        }
    }

    private async Task<T> UseAsync<T>(Func<DbConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        await EnsurePreparedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await OnConnectionAsync(OpenAsync, use, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (JournalException or OperationCanceledException))
        {
            throw Explain(exception);
        }
    }

    // Whatever is used here may be done twice. A pooled connection may have died of the server's restart, and another one lives.
    private async Task<T> OnConnectionAsync<T>(Func<CancellationToken, Task<DbConnection>> open, Func<DbConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        for (var isLast = false; ; isLast = true)
        {
            var connection = await open(cancellationToken).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            try
            {
                return await use(connection).ConfigureAwait(false);
            }
            catch (Exception exception) when (!isLast && IsDead(exception))
            {
            }
        }
    }

    private async Task<(DbConnection Connection, DbTransaction Transaction)> OpenTransactionAsync()
    {
        for (var isLast = false; ; isLast = true)
        {
            var connection = await OpenAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                return (connection, await BeginAsync(connection).ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                if (isLast || !IsDead(exception))
                    throw;
            }
        }
    }

    private async Task WriteAllAsync()
    {
        List<PendingAppend> group = [];
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var pending))
                group.Add(pending);
            await WriteAsync(group).ConfigureAwait(false);
        }
    }

    // Together first, since an entry is rarely refused; else one by one, to find out whose.
    private async Task WriteAsync(List<PendingAppend> group)
    {
        if (await TryWriteAsync(group).ConfigureAwait(false) is not { } refusal)
            return;
        foreach (var pending in group)
        {
            var own = group.Count == 1 ? refusal : await TryWriteAsync([pending]).ConfigureAwait(false);
            if (own is null)
                continue;
            if (IsTaken(own))
                await CompleteTakenAsync(pending).ConfigureAwait(false);
            else
                pending.Fail(Explain(own));
        }
    }

    /// <returns>Why an entry was refused, and nothing was written; null where each who waits was told.</returns>
    private async Task<DbException?> TryWriteAsync(List<PendingAppend> group)
    {
        try
        {
            var (connection, transaction) = await OpenTransactionAsync().ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            IReadOnlyList<long> sequences;
            await using (transaction.ConfigureAwait(false))
            {
                sequences = await InsertAsync(connection, transaction, [.. group.SelectMany(pending => pending.Rows)]).ConfigureAwait(false);
                await transaction.CommitAsync().ConfigureAwait(false);
            }

            var next = 0;
            foreach (var pending in group)
            {
                pending.Complete(new AppendResult(sequences[next], null));
                next += pending.Rows.Count;
            }

            return null;
        }
        catch (DbException exception) when (IsOfOneEntry(exception))
        {
            return exception;
        }
        catch (Exception exception)
        {
            var explained = exception as JournalException ?? Explain(exception);
            foreach (var pending in group)
                pending.Fail(explained);
            return null;
        }
    }

    private async Task CompleteTakenAsync(PendingAppend pending)
    {
        try
        {
            foreach (var key in pending.Rows.Select(row => row.Key).OfType<string>())
            {
                await foreach (var _ in ReadAsync(new JournalQuery { Key = key, Limit = 1 }).ConfigureAwait(false))
                {
                    pending.Complete(new AppendResult(0, key));
                    return;
                }
            }

            pending.Fail(new JournalException("The journal refused an entry, and its key is not there. Try again."));
        }
        catch (Exception exception)
        {
            pending.Fail(exception);
        }
    }
}
