using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks;

/// <summary>One operation is one issue, whatever the engine.</summary>
public abstract class EngineBenchmarks
{
    private IEngine _engine = null!;
    private IssueSequence _issues = null!;

    private protected void SetUp(Workload workload, Func<IReadOnlyList<BenchmarkRule>, IEngine> create)
    {
        _engine = Agreement.Check(create(workload.Rules), workload);
        _issues = new IssueSequence(workload.Issues);
    }

    protected int FindNext() => _engine.Find(_issues.Next());
}
