namespace AutoResolve.Scenarios.Worlds;

/// <summary>The order of all that happens in a run.</summary>
internal sealed class Timeline
{
    private long _now;

    public long Next() => Interlocked.Increment(ref _now);
}
