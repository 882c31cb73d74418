using System.Diagnostics;

namespace AutoResolve.Benchmarks.Measurements;

/// <summary>Keeps so many calls in flight: so many callers, each of which waits for its call to end before the next.</summary>
internal sealed class ProcessLoad(ProcessCell cell, IProcessWork work) : IAsyncDisposable
{
    private long _last;

    public ProcessCell Cell => cell;

    public async Task<ProcessPass> RunAsync(TimeSpan duration)
    {
        // What was done before must not be paid for now.
        GC.Collect();
        var before = _last;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, cell.InFlight)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        do await work.DoAsync(caller, Interlocked.Increment(ref _last));
                        while (Stopwatch.GetElapsedTime(start) < duration);
                    })
                )
        );
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        processor = Environment.CpuUsage.TotalTime - processor;
        return new ProcessPass(_last - before, seconds, processor, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    public ValueTask DisposeAsync() => work.DisposeAsync();
}
