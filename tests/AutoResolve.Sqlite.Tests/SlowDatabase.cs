using System.Data.Common;
using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;

namespace AutoResolve.Sqlite.Tests;

/// <summary>No database, which writes nothing before it is released.</summary>
internal sealed class SlowDatabase : JournalDatabase
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Begun => _begun.Task;

    public List<string> Written { get; } = [];

    public override string Name => "The journal";

    public override SqlDialect Dialect => throw new NotSupportedException();

    public void Release() => _released.TrySetResult();

    public override Task<DbConnection> ConnectAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task PrepareAsync() => Task.CompletedTask;

    public override Task<JournalSecrets> AdmitAsync() => throw new NotSupportedException();

    public override Task<DbConnection> ConnectToReadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task<int> VersionAsync(DbConnection connection) => throw new NotSupportedException();

    public override JournalException NotThere() => throw new NotSupportedException();

    public override Task<CaseRow?> FindAsync(CaseReference reference, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async Task<IReadOnlyList<AppendResult>> WriteAsync(IReadOnlyList<PendingWrite> group)
    {
        _begun.TrySetResult();
        await _released.Task;
        Written.AddRange(group.SelectMany(write => write.Rows).Select(row => row.Key!));
        return [.. group.Select(_ => new AppendResult(1))];
    }

    public override bool IsOfOne(Exception exception) => false;

    public override JournalException Explain(Exception exception) => new("Slow.", exception);

    public override ValueTask DisposeAsync() => default;
}
