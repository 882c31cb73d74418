using System.Diagnostics;

namespace AutoResolve.Crash.Hosting;

/// <summary>Writes down when the host as a whole stood still, as it does on a machine that is too busy.</summary>
internal sealed class StallWatch(HostFiles files, HostSettings settings)
{
    /// <summary>How long is too long. Two such together do not yet let a lease lapse, which is renewed each third of it.</summary>
    public static TimeSpan Limit(HostSettings settings) => settings.Lease / 4;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var limit = Limit(settings);
        for (var last = Stopwatch.GetTimestamp(); !cancellationToken.IsCancellationRequested; last = Stopwatch.GetTimestamp())
        {
            await Task.Delay(limit / 10, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (Stopwatch.GetElapsedTime(last) > limit)
                files.Stalls.Add(new Fault(FaultKind.Stalled, settings.Name, last, Stopwatch.GetTimestamp()));
        }
    }
}
