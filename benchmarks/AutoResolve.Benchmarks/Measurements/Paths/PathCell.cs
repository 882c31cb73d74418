using System.Diagnostics;

namespace AutoResolve.Benchmarks.Measurements.Paths;

/// <summary>One operation on issues of one kind under one rulebook, and what it cost.</summary>
internal sealed class PathCell(PathRulebook rulebook, PathHost host, PathOperation operation, PathKind kind)
{
    private readonly Issue[] _issues = rulebook.Issues[kind];
    private int _next;

    public PathRulebook Rulebook => rulebook;

    public PathOperation Operation => operation;

    public PathKind Kind => kind;

    /// <summary>Of the processor for an issue, of all threads, in the pass that other work on the machine disturbed least.</summary>
    public double Microseconds { get; private set; } = double.PositiveInfinity;

    /// <summary>Bytes for an issue, of all threads.</summary>
    public double Bytes { get; private set; } = double.PositiveInfinity;

    /// <summary>Facts looked up for an issue.</summary>
    public double Facts { get; private set; }

    public void WarmUp(TimeSpan duration) => Run(duration);

    public void Measure(TimeSpan duration)
    {
        var facts = host.Facts.Lookups;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var count = Run(duration);
        Microseconds = Math.Min(Microseconds, (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / count);
        Bytes = Math.Min(Bytes, (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / count);
        Facts = (double)(host.Facts.Lookups - facts) / count;
    }

    // Whole rounds of the issues, so that passes are alike, unless one round takes too long already.
    private int Run(TimeSpan duration)
    {
        var start = Stopwatch.GetTimestamp();
        var count = 0;
        while (true)
        {
            host.Do(operation, _issues[_next]);
            count++;
            _next = (_next + 1) % _issues.Length;
            var elapsed = Stopwatch.GetElapsedTime(start);
            if ((elapsed >= duration && _next == 0) || elapsed >= duration * 5)
                return count;
        }
    }
}
