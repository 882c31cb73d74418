using AutoResolve.Benchmarks.Engines;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>An engine of this process.</summary>
internal sealed class TimedEngine(string name, IEngine engine, IReadOnlyList<Issue> issues) : ITimed
{
    private readonly Issue[] _issues = [.. issues];

    public string Name => name;

    public IEnumerable<int> Find(int issue)
    {
        engine.Find(_issues[issue]);
        return engine.Found;
    }

    public Pass Run(int step)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        var count = 0;
        for (var issue = 0; issue < _issues.Length; issue += step)
        {
            engine.Find(_issues[issue]);
            count++;
        }

        return new Pass(count, (Environment.CpuUsage.TotalTime - start).TotalMicroseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    public void Dispose() { }
}
