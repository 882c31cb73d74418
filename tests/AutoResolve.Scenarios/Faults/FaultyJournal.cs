using System.Runtime.CompilerServices;
using AutoResolve.Journaling;
using AutoResolve.Scenarios.Hosting;

namespace AutoResolve.Scenarios.Faults;

/// <summary>One host's way to the journal, on which one write goes wrong.</summary>
internal sealed class FaultyJournal(IJournal inner, Life life, FaultPlan plan) : IJournal
{
    public ValueTask<JournalSecrets> OpenAsync(CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.OpenAsync(cancellationToken));

    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(async () =>
        {
            var result = await inner.AppendAsync(entries, change, cancellationToken);
            if (result.Written)
                plan.Wrote(entries, change);
            return result;
        });

    public ValueTask<bool> RenewAsync(
        CaseReference reference,
        long version,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    ) => WriteAsync(() => inner.RenewAsync(reference, version, lease, cancellationToken));

    public ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.FindCaseAsync(reference, cancellationToken));

    public IAsyncEnumerable<CaseRecord> ReadCasesAsync(CaseQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(inner.ReadCasesAsync(query, cancellationToken), cancellationToken);

    public IAsyncEnumerable<JournalEntry> ReadAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        ReadAsync(inner.ReadAsync(query, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<JournalCount>> CountAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.CountAsync(query, cancellationToken));

    public async ValueTask SaveRulebookAsync(string revision, ReadOnlyMemory<byte> archive, CancellationToken cancellationToken = default)
    {
        await life.GoOnAsync();
        await inner.SaveRulebookAsync(revision, archive, cancellationToken);
    }

    public ValueTask<ReadOnlyMemory<byte>?> FindRulebookAsync(string revision, CancellationToken cancellationToken = default) =>
        CallAsync(() => inner.FindRulebookAsync(revision, cancellationToken));

    private async ValueTask<T> WriteAsync<T>(Func<ValueTask<T>> write)
    {
        await life.GoOnAsync();
        switch (plan.Next())
        {
            case null:
                return await CallAsync(write);
            case FaultKind.DiesBefore:
                life.End();
                return await Life.Never<T>();
            case FaultKind.DiesAfter:
                await write();
                life.End();
                return await Life.Never<T>();
            case FaultKind.ThrowsUnwritten:
                throw new JournalException("The disk is full.");
            case FaultKind.ThrowsWritten:
                await write();
                throw new JournalException("The connection was cut.");
            default:
                var written = await write();
                await plan.WaitInVainAsync();
                return written;
        }
    }

    private async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call)
    {
        await life.GoOnAsync();
        plan.Begin();
        try
        {
            return await call();
        }
        finally
        {
            plan.End();
            await life.GoOnAsync();
        }
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        IAsyncEnumerable<T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await life.GoOnAsync();
        await foreach (var item in read.WithCancellation(cancellationToken))
            yield return item;
    }
}
