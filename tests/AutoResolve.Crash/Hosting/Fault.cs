namespace AutoResolve.Crash.Hosting;

/// <summary>
/// What happened to a host. Times are those of the machine's clock that is never set (<c>Stopwatch</c>), which all its processes share.
/// </summary>
/// <param name="Kind">What.</param>
/// <param name="Host">The host; null for all.</param>
/// <param name="From">From when on.</param>
/// <param name="Until">Until when.</param>
internal sealed record Fault(FaultKind Kind, string? Host, long From, long Until)
{
    /// <summary>Whether the run has done it; else the host has noticed it.</summary>
    public bool IsDone => Kind < FaultKind.Stalled;

    public bool Hit(string host) => Host is null || Host == host;
}
