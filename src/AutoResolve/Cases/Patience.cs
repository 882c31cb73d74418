namespace AutoResolve.Cases;

/// <summary>How long a delivery waits.</summary>
internal sealed class Patience(TimeSpan limit, TimeProvider timeProvider)
{
    private static readonly TimeSpan[] ReadWaits = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    private TimeSpan _next;
    private int _reads;

    /// <summary>When it was delivered, by the host's clock.</summary>
    public long Began { get; } = timeProvider.GetTimestamp();

    /// <summary>Whether a write was tried, which tries again by itself.</summary>
    public bool HasTriedToWrite { get; set; }

    /// <summary>How long to wait before a read that failed is tried again; null where it is not.</summary>
    public TimeSpan? NextRead => HasTriedToWrite || _reads == ReadWaits.Length ? null : ReadWaits[_reads++];

    public TimeSpan Left => limit - timeProvider.GetElapsedTime(Began);

    public TimeSpan Next(TimeSpan shortest, TimeSpan longest) =>
        _next = _next == TimeSpan.Zero ? shortest : TimeSpan.FromTicks(Math.Min(_next.Ticks * 2, longest.Ticks));
}
