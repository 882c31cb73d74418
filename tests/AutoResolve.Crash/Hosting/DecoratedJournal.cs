using AutoResolve.Journaling;

namespace AutoResolve.Crash.Hosting;

/// <summary>A journal before another, which does as that one does.</summary>
internal abstract class DecoratedJournal(IJournal inner) : IJournal, IAsyncDisposable
{
    protected IJournal Inner => inner;

    public virtual ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default) => inner.OpenAsync(cancellationToken);

    public virtual ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    ) => inner.AppendAsync(entries, change, cancellationToken);

    public virtual ValueTask<bool> RenewAsync(
        CaseReference reference,
        long version,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    ) => inner.RenewAsync(reference, version, lease, cancellationToken);

    public virtual ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default) =>
        inner.FindCaseAsync(reference, cancellationToken);

    public virtual IAsyncEnumerable<CaseRecord> ReadCasesAsync(CaseQuery query, CancellationToken cancellationToken = default) =>
        inner.ReadCasesAsync(query, cancellationToken);

    public virtual IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        inner.ReadAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        inner.CountAsync(query, cancellationToken);

    public ValueTask SaveRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default) =>
        inner.SaveRulebookAsync(revision, archive, cancellationToken);

    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default) =>
        inner.FindRulebookAsync(revision, cancellationToken);

    public ValueTask DisposeAsync() => inner is IAsyncDisposable disposable ? disposable.DisposeAsync() : default;
}
