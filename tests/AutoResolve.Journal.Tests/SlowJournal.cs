using System.Data.Common;
using AutoResolve.Journaling;

namespace AutoResolve.Journal.Tests;

/// <summary>A journal without a store, which writes nothing before it is released.</summary>
internal sealed class SlowJournal(TimeSpan appendTimeout) : GroupCommitJournal(appendTimeout, null)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => _begun.Task;

    public List<string> Written { get; } = [];

    protected override string Name => "The journal";

    protected override SqlTexts Texts => throw new NotSupportedException();

    public void Release() => _released.TrySetResult();

    protected internal override Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override Task<JournalSecrets> AdmitAsync() => throw new NotSupportedException();

    protected override Task<DbConnection> ConnectToReadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override Task<int> VersionAsync(DbConnection connection) => throw new NotSupportedException();

    protected override JournalException NotThere() => throw new NotSupportedException();

    protected override async Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<PendingWrite> group)
    {
        _begun.TrySetResult();
        await _released.Task;
        Written.AddRange(group.SelectMany(write => write.Rows).Select(row => row.Key!));
        return [.. group.Select(_ => new AppendResult(1))];
    }

    protected override bool IsOfOne(Exception exception) => false;

    protected override JournalException Explain(Exception exception) => new("Slow.", exception);
}
