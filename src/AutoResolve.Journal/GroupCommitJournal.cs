using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AutoResolve.Journaling;
using Dapper;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AutoResolve.Journal;

/// <summary>
/// A journal in a database. One writer puts what all who wait want written into one transaction, so that a flush to disk serves many (group
/// commit).
/// </summary>
/// <remarks>What one of them may not write, since a key is taken or a case is not as expected, is decided in that transaction and does not
/// concern the others.</remarks>
internal abstract class GroupCommitJournal : IJournal, IAsyncDisposable, IDisposable
{
    protected const int FirstSchemaVersion = 1;

    private const int MaxGroup = 1_000;
    private const int QueueLimit = 10_000;
    private const int PageSize = 1_000;

    // A group that does not fit into what the system buffers of a connection would hold the lock of all hosts while this one sends it.
    private const int MaxGroupCharacters = 512 * 1_024;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(QueueLimit) { SingleReader = true }
    );

    private readonly TimeSpan _appendTimeout;
    private readonly ILogger _logger;
    private readonly Lazy<Task> _writing;
    private readonly Lock _preparing = new();
    private Task? _prepared;
    private bool _isOldTold;
    private volatile bool _isClosed;

    protected GroupCommitJournal(TimeSpan appendTimeout, ILogger? logger)
    {
        (_appendTimeout, _logger) = (appendTimeout, logger ?? NullLogger.Instance);
        _writing = new Lazy<Task>(() => Task.Run(WriteAllAsync));
    }

    /// <summary>The journal, as the subject of a sentence.</summary>
    protected abstract string Name { get; }

    /// <summary>What this store says differently.</summary>
    protected abstract SqlTexts Texts { get; }

    public async ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default)
    {
        await EnsurePreparedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(AdmitAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (JournalException or OperationCanceledException))
        {
            throw Explain(exception);
        }
    }

    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (change is null)
            ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        var pending = PendingWrite.Of(entries, change);
        return pending.RepeatedKey is { } repeated ? new(new AppendResult(0, repeated)) : WriteAsync(pending, cancellationToken);
    }

    public async ValueTask<bool> RenewAsync(
        CaseReference reference,
        long version,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        return (await WriteAsync(PendingWrite.Renewal(reference, version, lease), cancellationToken).ConfigureAwait(false)).Written;
    }

    public async ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (_isClosed)
            throw Closed();
        try
        {
            var row = _prepared is { IsCompletedSuccessfully: true }
                ? await FindAsync(reference, cancellationToken).ConfigureAwait(false)
                : await FindUnpreparedAsync(reference, cancellationToken).ConfigureAwait(false);
            return row?.ToRecord();
        }
        catch (Exception exception) when (exception is not (JournalException or OperationCanceledException))
        {
            throw Explain(exception);
        }
    }

    public async IAsyncEnumerable<CaseRecord> ReadCasesAsync(
        CaseQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var after = query.After;
        var left = query.Limit ?? int.MaxValue;
        while (left > 0)
        {
            var size = Math.Min(left, PageSize);
            var (sql, parameters) = CaseSelection.Select(Texts, query, after, size);
            AddNow(parameters);
            var command = new CommandDefinition(sql, parameters, cancellationToken: cancellationToken);
            var page = await ReadAsync<List<CaseRecord>>(
                    async (connection, isFirstSchema) =>
                        isFirstSchema
                            ? []
                            : [.. (await connection.QueryAsync<CaseRow>(command).ConfigureAwait(false)).Select(row => row.ToRecord())],
                    cancellationToken
                )
                .ConfigureAwait(false);
            foreach (var record in page)
                yield return record;
            if (page.Count < size)
                yield break;
            left -= page.Count;
            after = page[^1].Reference;
        }
    }

    public async IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);

        // By pages, so that neither memory nor a connection is held while the reader works.
        var last = query.NewestFirst ? long.MaxValue : 0L;
        var left = query.Limit ?? int.MaxValue;
        while (left > 0)
        {
            var size = Math.Min(left, PageSize);
            var after = last;
            var page = await ReadAsync<List<JournalEntry>>(
                    async (connection, isFirstSchema) =>
                    {
                        var (sql, parameters) = EntryQuery.Select(Texts, query, after, size, isFirstSchema);
                        var command = new CommandDefinition(sql, parameters, cancellationToken: cancellationToken);
                        return [.. (await connection.QueryAsync<EntryRow>(command).ConfigureAwait(false)).Select(row => row.ToEntry())];
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
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
        var counts = await ReadAsync(
                (connection, isFirstSchema) =>
                {
                    var (sql, parameters) = EntryQuery.Count(Texts, query, isFirstSchema);
                    return connection.QueryAsync<(long Kind, string Label, long Count)>(
                        new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)
                    );
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. counts
                .Select(count => new JournalCount((JournalEntryKind)count.Kind, count.Label, count.Count))
                .OrderBy(count => count.Kind)
                .ThenBy(count => count.Label, StringComparer.Ordinal),
        ];
    }

    public async ValueTask SaveRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var command = new CommandDefinition(
            "INSERT INTO rulebooks (revision, archive) VALUES (@revision, @archive) ON CONFLICT (revision) DO NOTHING",
            new { revision = EntryText.Of(revision), archive = archive.ToArray() },
            cancellationToken: cancellationToken
        );
        await UseAsync(connection => connection.ExecuteAsync(command), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var command = new CommandDefinition(
            "SELECT archive FROM rulebooks WHERE revision = @revision",
            new { revision = EntryText.Of(revision) },
            cancellationToken: cancellationToken
        );
        var archive = await ReadAsync((connection, _) => connection.QuerySingleOrDefaultAsync<byte[]>(command), cancellationToken)
            .ConfigureAwait(false);

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

    /// <summary>
    /// Reads on a connection of its own a journal that must be there: nothing is created, migrated or written. What is done there may be
    /// done twice.
    /// </summary>
    /// <exception cref="JournalException">There is no journal, or it cannot be read.</exception>
    public async Task<T> ReadOnlyAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await OnConnectionAsync(
                    ConnectToReadAsync,
                    async connection =>
                        await FindVersionAsync(connection).ConfigureAwait(false) > 0
                            ? await read(connection).ConfigureAwait(false)
                            : throw NotThere(),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (JournalException or OperationCanceledException))
        {
            throw Explain(exception);
        }
    }

    /// <summary>Creates what is missing, and migrates what is old.</summary>
    protected abstract Task PrepareAsync();

    /// <summary>Makes sure that this host has the journal's secrets, and tells the journal a new one.</summary>
    protected abstract Task<JournalSecrets> AdmitAsync();

    /// <summary>A connection ready to be used.</summary>
    protected internal abstract Task<DbConnection> ConnectAsync(CancellationToken cancellationToken);

    /// <summary>A connection that was not kept from before: where one that was kept is dead, so may be all of them.</summary>
    protected virtual Task<DbConnection> ConnectAnewAsync(CancellationToken cancellationToken) => ConnectAsync(cancellationToken);

    /// <summary>
    /// A connection by which nothing can be written or created; where that is not there to which it would lead, none that is open.
    /// </summary>
    protected abstract Task<DbConnection> ConnectToReadAsync(CancellationToken cancellationToken);

    /// <summary>The version of the journal, one that this program knows; 0 where there is none.</summary>
    protected abstract Task<int> VersionAsync(DbConnection connection);

    /// <summary>Says that there is no journal.</summary>
    protected abstract JournalException NotThere();

    /// <summary>
    /// Writes what a group wants written, each or nothing of it, in one transaction in which nobody else writes a sequence that is lower
    /// than one already seen.
    /// </summary>
    /// <returns>What became of each, once all is on the disk.</returns>
    protected abstract Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<PendingWrite> group);

    /// <summary>
    /// Whether something is wrong with what one wants written, and not with the store. Its fault must not fail the others of its group.
    /// </summary>
    protected abstract bool IsOfOne(Exception exception);

    /// <summary>Whether a connection that was open broke.</summary>
    protected virtual bool IsDead(Exception exception) => false;

    /// <summary>Finds the row of a case in a journal that was prepared.</summary>
    protected virtual Task<CaseRow?> FindAsync(CaseReference reference, CancellationToken cancellationToken) =>
        FindUnpreparedAsync(reference, cancellationToken);

    /// <summary>Adds the store's clock where it is no function of the store.</summary>
    protected virtual void AddNow(DynamicParameters parameters) { }

    /// <summary>Says what is wrong and what to do.</summary>
    protected abstract JournalException Explain(Exception exception);

    protected virtual ValueTask CloseAsync() => default;

    private Task<CaseRow?> FindUnpreparedAsync(CaseReference reference, CancellationToken cancellationToken)
    {
        var (sql, parameters) = CaseSelection.One(Texts, reference);
        AddNow(parameters);
        var command = new CommandDefinition(sql, parameters, cancellationToken: cancellationToken);
        return ReadAsync(
            async (connection, isFirstSchema) =>
                isFirstSchema ? null : await connection.QuerySingleOrDefaultAsync<CaseRow>(command).ConfigureAwait(false),
            cancellationToken
        );
    }

    private static JournalException Closed(Exception? exception = null) => new("The journal is closed.", exception);

    private async ValueTask<AppendResult> WriteAsync(PendingWrite pending, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = EnsurePreparedAsync();
        var isDone = prepared.IsCompletedSuccessfully && _waiting.Writer.TryWrite(pending);
        try
        {
            var written = isDone ? pending.Written : WriteWhenPreparedAsync(prepared, pending);
            _ = _writing.Value;
            return await written.WaitAsync(_appendTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            var limit = $"{_appendTimeout.TotalSeconds:0.###} seconds";
            throw new JournalException(
                pending.GiveUp()
                    ? $"The journal was busy for {limit}; nothing was written. Try again later."
                    : $"The journal did not answer for {limit}. It is not known whether it wrote; it may have.",
                exception
            );
        }
        catch (OperationCanceledException)
        {
            pending.GiveUp();
            throw;
        }
    }

    private async Task<AppendResult> WriteWhenPreparedAsync(Task prepared, PendingWrite pending)
    {
        await prepared.ConfigureAwait(false);
        try
        {
            await _waiting.Writer.WriteAsync(pending).ConfigureAwait(false);
        }
        catch (ChannelClosedException exception)
        {
            throw Closed(exception);
        }

        return await pending.Written.ConfigureAwait(false);
    }

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

    // Whoever only reads writes nothing: what is old stays so, and may be where this program must not write. What is not there is created
    // all the same.
    private async Task<T> ReadAsync<T>(Func<DbConnection, bool, Task<T>> read, CancellationToken cancellationToken)
    {
        if (_isClosed)
            throw Closed();
        if (_prepared is not { IsCompletedSuccessfully: true })
        {
            try
            {
                var (isThere, result) = await OnConnectionAsync(
                        ConnectToReadAsync,
                        connection => TryReadAsync(connection, read),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                if (isThere)
                    return result!;
            }
            catch (Exception exception) when (exception is not (JournalException or OperationCanceledException))
            {
                throw Explain(exception);
            }
        }

        return await UseAsync(connection => read(connection, false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<(bool IsThere, T? Result)> TryReadAsync<T>(DbConnection connection, Func<DbConnection, bool, Task<T>> read)
    {
        var version = await FindVersionAsync(connection).ConfigureAwait(false);
        return version == 0 ? (false, default) : (true, await read(connection, version == FirstSchemaVersion).ConfigureAwait(false));
    }

    internal async Task<int> FindVersionAsync(DbConnection connection)
    {
        var version = await VersionAsync(connection).ConfigureAwait(false);
        if (version == FirstSchemaVersion && !Interlocked.Exchange(ref _isOldTold, true))
            Log.OldSchema(_logger, Name);
        return version;
    }

    private async Task<T> UseAsync<T>(Func<DbConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        await EnsurePreparedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await OnConnectionAsync(ConnectAsync, use, cancellationToken, ConnectAnewAsync).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (JournalException or OperationCanceledException))
        {
            throw Explain(exception);
        }
    }

    // Whatever is used here may be done twice. A pooled connection may have died of the server's restart, and another one lives.
    protected async Task<T> OnConnectionAsync<T>(
        Func<CancellationToken, Task<DbConnection>> open,
        Func<DbConnection, Task<T>> use,
        CancellationToken cancellationToken,
        Func<CancellationToken, Task<DbConnection>>? reopen = null
    )
    {
        for (var isLast = false; ; isLast = true)
        {
            var connection = await (isLast && reopen is not null ? reopen : open)(cancellationToken).ConfigureAwait(false);
            await using var closing = connection.ConfigureAwait(false);
            try
            {
                return await use(connection).ConfigureAwait(false);
            }
            catch (Exception exception) when (!isLast && IsDead(exception)) { }
        }
    }

    private async Task WriteAllAsync()
    {
        List<PendingWrite> group = [];
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            var characters = 0;
            while (group.Count < MaxGroup && characters < MaxGroupCharacters && _waiting.Reader.TryRead(out var pending))
            {
                if (!pending.Begin())
                    continue;
                group.Add(pending);
                characters += pending.Rows.Sum(row => row.Content.Length) + (pending.Case?.Content.Length ?? 0);
            }

            if (group.Count > 0)
                await WriteOrTellAsync(group).ConfigureAwait(false);
        }
    }

    // Together first, since what the store cannot hold is rare; else by halves, to find out whose it is.
    private async Task WriteOrTellAsync(List<PendingWrite> group)
    {
        try
        {
            var results = await WriteAsync(group).ConfigureAwait(false);
            for (var place = 0; place < group.Count; place++)
                group[place].Complete(results[place]);
        }
        catch (Exception exception) when (group.Count > 1 && IsOfOne(exception))
        {
            await WriteOrTellAsync(group[..(group.Count / 2)]).ConfigureAwait(false);
            await WriteOrTellAsync(group[(group.Count / 2)..]).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var explained = exception as JournalException ?? Explain(exception);
            foreach (var pending in group)
                pending.Fail(explained);
        }
    }
}
