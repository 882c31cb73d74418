using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>One issue against N generated rules, by every engine.</summary>
public class MatchingBenchmarks
{
    private IEngine _engine = null!;
    private IssueSequence _issues = null!;

    [ParamsSource(nameof(Sizes))]
    public int N { get; set; }

    public static IEnumerable<int> Sizes => RuleCounts.All;

    [GlobalSetup(Target = nameof(AutoResolve))]
    public void SetUpAutoResolve() => SetUp(rules => new AutoResolveEngine(rules));

    [GlobalSetup(Target = nameof(EveryRule))]
    public void SetUpEveryRule() => SetUp(rules => new OracleEngine(rules));

    [GlobalSetup(Target = nameof(HandWrittenLoop))]
    public void SetUpLoop() => SetUp(rules => new LoopEngine(rules));

    [GlobalSetup(Target = nameof(RulesEngineDelegates))]
    public void SetUpDelegates() => SetUp(rules => new DelegatesEngine(rules));

    [GlobalSetup(Target = nameof(RulesEngine))]
    public void SetUpRulesEngine() => SetUp(rules => new MicrosoftRulesEngine(rules));

    [Benchmark(Baseline = true)]
    public int AutoResolve() => _engine.Find(_issues.Next());

    [Benchmark]
    public int EveryRule() => _engine.Find(_issues.Next());

    [Benchmark]
    public int HandWrittenLoop() => _engine.Find(_issues.Next());

    [Benchmark]
    [MostRules(10_000)]
    public int RulesEngineDelegates() => _engine.Find(_issues.Next());

    [Benchmark]
    [MostRules(10_000)]
    public int RulesEngine() => _engine.Find(_issues.Next());

    private void SetUp(Func<IReadOnlyList<BenchmarkRule>, IEngine> create)
    {
        var workload = Workload.Generate(N);
        _engine = Agreement.Check(create(workload.Rules), workload);
        _issues = new IssueSequence(workload.Issues);
    }
}
