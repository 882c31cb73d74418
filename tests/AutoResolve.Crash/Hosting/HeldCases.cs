using System.Collections.Concurrent;

namespace AutoResolve.Crash.Hosting;

/// <summary>When a host last made sure that a case was its own.</summary>
internal sealed class HeldCases
{
    private readonly ConcurrentDictionary<CaseReference, long> _since = new();

    public void Hold(CaseReference reference, long since) => _since[reference] = since;

    /// <returns>Null where it never did.</returns>
    public long? Since(CaseReference reference) => _since.TryGetValue(reference, out var since) ? since : null;
}
