namespace AutoResolve.Insights.Costs;

/// <summary>Measures calls on the same issues, in time of the processor: other programs may have it in between.</summary>
internal sealed class CostMeter(
    IReadOnlyList<Issue> issues,
    CostOptions options,
    TimeProvider timeProvider,
    CancellationToken cancellationToken
)
{
    private const int FirstCalls = 1_000;
    private const int MaxWarmUps = 60;
    private const int WarmPasses = 3;
    private const double Faster = 0.98;

    private readonly Issue[] _issues = [.. issues];
    private bool _isCold = true;

    /// <returns>Microseconds of the first call; and how many first calls took how long, and what they allocated, in the mean.</returns>
    public (double First, int Calls, double Microseconds, double Bytes) First(Action<Issue> call)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Now;
        call(_issues[0]);
        var first = (Now - start).TotalMicroseconds;
        var calls = 1;
        var max = options.Turn * 100;
        while (calls < FirstCalls && Now - start < max)
            call(_issues[calls++ % _issues.Length]);
        return (first, calls, (Now - start).TotalMicroseconds / calls, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / calls);
    }

    /// <summary>Measures calls in turns, there and back, until each was measured as often as it is to be.</summary>
    /// <returns>What each costs in the round that other work on the machine disturbed least.</returns>
    public async Task<IReadOnlyList<CallCost>> InTurnsAsync(params Action<Issue>[] calls)
    {
        var steps = new int[calls.Length];
        for (var at = 0; at < calls.Length; at++)
            steps[at] = await WarmUpAsync(calls[at]).ConfigureAwait(false);
        _isCold = false;
        var costs = Enumerable.Repeat(new CallCost(double.MaxValue, double.MaxValue), calls.Length).ToArray();
        for (var round = 0; round < options.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var turn = 0; turn < calls.Length; turn++)
            {
                var at = round % 2 == 0 ? turn : calls.Length - 1 - turn;
                var (microseconds, bytes) = Run(calls[at], steps[at]);
                costs[at] = new CallCost(Math.Min(costs[at].Microseconds, microseconds), Math.Min(costs[at].Bytes, bytes));
            }
        }

        return costs;
    }

    private static TimeSpan Now => Environment.CpuUsage.TotalTime;

    // How many issues a pass leaves out, so that it is done in a turn. Warm is what gets no faster: the runtime compiles again what is
    // called often, on a thread of its own that has to be let work.
    private async Task<int> WarmUpAsync(Action<Issue> call)
    {
        var step = Math.Max(1, _issues.Length / 20);
        var some = Run(call, step);
        step = Math.Max(1, (int)Math.Ceiling(some.Microseconds * _issues.Length / options.Turn.TotalMicroseconds));
        step = Math.Min(step, _issues.Length);
        var (best, inVain) = (double.MaxValue, 0);
        for (var pass = 0; pass < MaxWarmUps && inVain < (_isCold ? options.Rounds : WarmPasses); pass++)
        {
            var microseconds = Run(call, step).Microseconds;
            inVain = microseconds < best * Faster ? 0 : inVain + 1;
            best = Math.Min(best, microseconds);
            if (_isCold)
                await Task.Delay(options.Turn, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return step;
    }

    private (double Microseconds, double Bytes) Run(Action<Issue> call, int step)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Now;
        var count = 0;
        do
        {
            for (var issue = 0; issue < _issues.Length; issue += step)
            {
                call(_issues[issue]);
                count++;
            }
        } while (Now - start < options.Turn);

        return ((Now - start).TotalMicroseconds / count, (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / count);
    }
}

/// <summary>What a call costs: microseconds of the processor, and bytes that it allocates.</summary>
internal readonly record struct CallCost(double Microseconds, double Bytes);
