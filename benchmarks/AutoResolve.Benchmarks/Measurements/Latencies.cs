namespace AutoResolve.Benchmarks.Measurements;

/// <summary>How long each of many operations took.</summary>
internal sealed class Latencies
{
    private readonly List<long> _ticks = new(4_000_000);
    private bool _sorted;

    public int Count => _ticks.Count;

    public void Add(long ticks)
    {
        _ticks.Add(ticks);
        _sorted = false;
    }

    /// <returns>Microseconds within which that share of operations was done.</returns>
    public double Percentile(double share)
    {
        if (!_sorted)
            _ticks.Sort();
        _sorted = true;
        return TimeSpan
            .FromSeconds((double)_ticks[(int)(share * (_ticks.Count - 1))] / System.Diagnostics.Stopwatch.Frequency)
            .TotalMicroseconds;
    }
}
