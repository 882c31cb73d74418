using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals;

/// <summary>Entries and the change of a case, or the renewal of a lease, that wait to be written; and who waits for that.</summary>
internal sealed class PendingWrite
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int GivenUp = 2;

    // What is added to a time must not end the calendar.
    private static readonly TimeSpan MaxLease = TimeSpan.FromDays(36_500);

    private readonly TaskCompletionSource<AppendResult> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state = Waiting;

    private PendingWrite(IReadOnlyList<EntryRow> rows) => Rows = rows;

    public IReadOnlyList<EntryRow> Rows { get; }

    /// <summary>The case as it becomes, or whose lease is renewed; null where only entries are written.</summary>
    public CaseRow? Case { get; private init; }

    /// <summary>The version that the case must have; 0 where there must be none.</summary>
    public long Expected { get; private init; }

    /// <summary>Whether a lease in force refuses it.</summary>
    public bool TakesUp { get; private init; }

    /// <summary>Whether only the lease is written.</summary>
    public bool IsRenewal { get; private init; }

    /// <summary>How long the lease is, in milliseconds; null for none.</summary>
    public long? Lease { get; private init; }

    public Task<AppendResult> Written => _written.Task;

    /// <summary>A key that stands twice among the rows; null where none does.</summary>
    public string? RepeatedKey
    {
        get
        {
            if (Rows.Count < 2)
                return null;
            var keys = new HashSet<string>(Rows.Count, StringComparer.Ordinal);
            return Rows.Select(row => row.Key).FirstOrDefault(key => key is not null && !keys.Add(key));
        }
    }

    public static PendingWrite Of(IReadOnlyList<JournalEntry> entries, CaseChange? change) =>
        new([.. entries.Select(EntryRow.Of)])
        {
            Case = change is null ? null : CaseRow.Of(change.Case, change.ExpectedVersion + 1),
            Expected = change?.ExpectedVersion ?? 0,
            TakesUp = change?.TakesUp ?? false,
            Lease = MillisecondsOf(change?.Lease),
        };

    public static PendingWrite Renewal(CaseReference reference, long version, TimeSpan lease) =>
        new([])
        {
            Case = CaseRow.Of(new CaseRecord { Reference = reference, Owner = default }, version),
            Expected = version,
            IsRenewal = true,
            Lease = MillisecondsOf(lease),
        };

    /// <summary>Takes it up for writing; false where nobody waits for it any more.</summary>
    public bool Begin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    /// <summary>Gives it up; false where it is being written, so that nobody knows whether it will be.</summary>
    public bool GiveUp() => Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting;

    public void Complete(AppendResult result) => _written.TrySetResult(result);

    public void Fail(Exception exception) => _written.TrySetException(exception);

    private static long? MillisecondsOf(TimeSpan? lease) =>
        lease is { } length
            ? (long)Math.Ceiling(Math.Clamp(length.TotalMilliseconds, -MaxLease.TotalMilliseconds, MaxLease.TotalMilliseconds))
            : null;
}
