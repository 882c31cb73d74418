using AutoResolve.Crash.Hosting;
using AutoResolve.Journaling;

namespace AutoResolve.Crash.Tests;

/// <summary>A journal under which the host dies when it writes: that write and all after it never return.</summary>
/// <param name="inner">The journal.</param>
/// <param name="death">When it dies.</param>
/// <param name="written">Told of each write that was written.</param>
internal sealed class DyingJournal(IJournal inner, Death death, Action written) : DecoratedJournal(inner)
{
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writes;

    /// <summary>Ends when the host dies.</summary>
    public Task Died => _died.Task;

    public override ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<JournalEntry> entries,
        CaseChange? change = null,
        CancellationToken cancellationToken = default
    ) => WriteAsync(() => base.AppendAsync(entries, change, cancellationToken));

    public override ValueTask<bool> RenewAsync(
        CaseReference reference,
        long version,
        TimeSpan lease,
        CancellationToken cancellationToken = default
    ) => WriteAsync(() => base.RenewAsync(reference, version, lease, cancellationToken));

    private async ValueTask<T> WriteAsync<T>(Func<ValueTask<T>> write)
    {
        var number = Interlocked.Increment(ref _writes);
        if (number < death.Write)
        {
            var result = await write();
            written();
            return result;
        }

        if (number == death.Write && death.WasWritten)
            await write();
        _died.TrySetResult();
        return await new TaskCompletionSource<T>().Task;
    }
}
