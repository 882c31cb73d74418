using System.Collections.Concurrent;

namespace AutoResolve.Crash.Hosting;

/// <summary>
/// When a host last made sure that a case was its own: for each delivery by itself, since what one makes sure of says nothing to another that
/// has stood still meanwhile.
/// </summary>
internal sealed class HeldCases
{
    private readonly ConcurrentDictionary<CaseReference, long> _undelivered = new();
    private readonly AsyncLocal<ConcurrentDictionary<CaseReference, long>?> _delivered = new();

    private ConcurrentDictionary<CaseReference, long> Since => _delivered.Value ?? _undelivered;

    /// <summary>Begins a delivery: all that comes of it, also on other threads and timers, is of it.</summary>
    public void Begin() => _delivered.Value = new ConcurrentDictionary<CaseReference, long>();

    public void Hold(CaseReference reference, long since) => Since[reference] = since;

    /// <returns>Null where it never did.</returns>
    public long? Find(CaseReference reference) => Since.TryGetValue(reference, out var since) ? since : null;
}
