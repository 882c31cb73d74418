using System.Threading.Channels;
using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals;

/// <summary>
/// Puts what all who wait want written into one transaction, so that a flush to disk serves many (group commit).
/// </summary>
/// <remarks>What one of them may not write, since a key is taken or a case is not as expected, is decided in that transaction and does not
/// concern the others.</remarks>
internal sealed class GroupCommitWriter : IAsyncDisposable
{
    private const int MaxGroup = 1_000;
    private const int QueueLimit = 10_000;

    // A group that does not fit into what the system buffers of a connection would hold the lock of all hosts while this one sends it.
    private const int MaxGroupCharacters = 512 * 1_024;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(QueueLimit) { SingleReader = true }
    );

    private readonly JournalDatabase _database;
    private readonly JournalConnections _connections;
    private readonly TimeSpan _timeout;
    private readonly Lazy<Task> _writing;

    /// <param name="database">Where it is written.</param>
    /// <param name="connections">Makes the journal ready before.</param>
    /// <param name="timeout">How long a write waits for its turn and for the store.</param>
    public GroupCommitWriter(JournalDatabase database, JournalConnections connections, TimeSpan timeout)
    {
        (_database, _connections, _timeout) = (database, connections, timeout);
        _writing = new Lazy<Task>(() => Task.Run(WriteAllAsync));
    }

    public async ValueTask<AppendResult> WriteAsync(PendingWrite pending, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var prepared = _connections.EnsurePreparedAsync();
        var isDone = prepared.IsCompletedSuccessfully && _waiting.Writer.TryWrite(pending);
        try
        {
            var written = isDone ? pending.Written : WriteWhenPreparedAsync(prepared, pending);
            _ = _writing.Value;
            return await written.WaitAsync(_timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            var limit = $"{_timeout.TotalSeconds:0.###} seconds";
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

    /// <summary>Writes what waits, and takes nothing more.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_writing.IsValueCreated)
            await _writing.Value.ConfigureAwait(false);
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
            throw JournalConnections.Closed(exception);
        }

        return await pending.Written.ConfigureAwait(false);
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

            if (group.Count == 0)
                continue;
            JournalTelemetry.Together(group.Count);
            await WriteOrTellAsync(group).ConfigureAwait(false);
        }
    }

    // Together first, since what the store cannot hold is rare; else by halves, to find out whose it is.
    private async Task WriteOrTellAsync(List<PendingWrite> group)
    {
        try
        {
            var results = await _database.WriteAsync(group).ConfigureAwait(false);
            for (var place = 0; place < group.Count; place++)
                group[place].Complete(results[place]);
        }
        catch (Exception exception) when (group.Count > 1 && _database.IsOfOne(exception))
        {
            await WriteOrTellAsync(group[..(group.Count / 2)]).ConfigureAwait(false);
            await WriteOrTellAsync(group[(group.Count / 2)..]).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var explained = exception as JournalException ?? _database.Explain(exception);
            foreach (var pending in group)
                pending.Fail(explained);
        }
    }
}
