using AutoResolve.Journaling;

namespace AutoResolve.Journal;

/// <summary>Entries that wait to be written, and who waits for that.</summary>
internal sealed class PendingAppend(IReadOnlyList<EntryRow> rows)
{
    private readonly TaskCompletionSource<AppendResult> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<EntryRow> Rows => rows;

    public Task<AppendResult> Written => _written.Task;

    /// <summary>A key that stands twice among the rows; null where none does.</summary>
    public string? RepeatedKey => rows.Count == 1 ? null : rows.Select(row => row.Key).OfType<string>().GroupBy(key => key, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any())?.Key;

    public void Complete(AppendResult result) => _written.TrySetResult(result);

    public void Fail(Exception exception) => _written.TrySetException(exception);
}
