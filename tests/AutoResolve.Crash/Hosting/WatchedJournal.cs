using System.Diagnostics;
using System.Runtime.CompilerServices;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Hosting;

/// <summary>
/// A journal of which it is written down when it could not be reached, or not for so long that a lease may have lapsed meanwhile.
/// </summary>
internal sealed class WatchedJournal(IJournal inner, HostFiles files, HeldCases held, HostSettings settings) : DecoratedJournal(inner)
{
    public override async ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    )
    {
        var since = Stopwatch.GetTimestamp();
        var result = await WatchAsync(base.AppendAsync(entries, change, cancellationToken));
        if (change is not null && result.Written)
            held.Hold(change.Case.Reference, since);
        return result;
    }

    public override async ValueTask<bool> RenewAsync(
        CaseReference reference,
        long version,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    )
    {
        var since = Stopwatch.GetTimestamp();
        var isRenewed = await WatchAsync(base.RenewAsync(reference, version, lease, cancellationToken));
        if (isRenewed)
            held.Hold(reference, since);
        return isRenewed;
    }

    public override async ValueTask<CaseRecord?> FindCaseAsync(CaseReference reference, CancellationToken cancellationToken = default) =>
        await WatchAsync(base.FindCaseAsync(reference, cancellationToken));

    public override async IAsyncEnumerable<JournalEntry> ReadAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var entries = base.ReadAsync(query, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var closing = entries;
        while (await WatchAsync(entries.MoveNextAsync()))
            yield return entries.Current;
    }

    private async ValueTask<T> WatchAsync<T>(ValueTask<T> calling)
    {
        var from = Stopwatch.GetTimestamp();
        var call = calling.AsTask();
        try
        {
            // Written while it lasts: the host may be killed before it ends.
            while (await Task.WhenAny(call, Task.Delay(StallWatch.Limit(settings), CancellationToken.None)) != call)
                Note(FaultKind.Stalled, from);
            return await call;
        }
        catch (JournalException)
        {
            Note(FaultKind.JournalFailed, from);
            throw;
        }
    }

    private void Note(FaultKind kind, long from) => files.Stalls.Add(new Fault(kind, settings.Name, from, Stopwatch.GetTimestamp()));
}
