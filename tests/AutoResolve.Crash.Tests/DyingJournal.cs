using AutoResolve.Journaling;

namespace AutoResolve.Crash.Tests;

/// <summary>A journal under which the host dies at an append: that append and all after it never return.</summary>
internal sealed class DyingJournal(IJournal inner, int dieAt, bool isWrittenFirst) : IJournal
{
    private readonly TaskCompletionSource _died = new();
    private int _appends;

    /// <summary>Ends when the host dies.</summary>
    public Task Died => _died.Task;

    public async ValueTask<AppendResult> AppendAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken = default)
    {
        var append = Interlocked.Increment(ref _appends);
        if (append < dieAt)
            return await inner.AppendAsync(entries, cancellationToken);
        if (append == dieAt && isWrittenFirst)
            await inner.AppendAsync(entries, cancellationToken);
        _died.TrySetResult();
        return await new TaskCompletionSource<AppendResult>().Task;
    }

    public IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, CancellationToken cancellationToken = default) => inner.ReadAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default) => inner.CountAsync(query, cancellationToken);

    public ValueTask KeepRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default) => inner.KeepRulebookAsync(revision, archive, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default) => inner.FindRulebookAsync(revision, cancellationToken);
}
