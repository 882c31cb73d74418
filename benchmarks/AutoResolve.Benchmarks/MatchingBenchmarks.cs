using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>The same issues against N generated rules, by every engine.</summary>
public class MatchingBenchmarks : EngineBenchmarks
{
    [ParamsSource(nameof(Sizes))]
    public int N { get; set; }

    public static IEnumerable<int> Sizes => RuleCounts.All;

    [GlobalSetup(Target = nameof(AutoResolve))]
    public void SetUpAutoResolve() => SetUp(Workload.Generate(N), rules => new AutoResolveEngine(rules));

    [GlobalSetup(Target = nameof(EveryRule))]
    public void SetUpEveryRule() => SetUp(Workload.Generate(N), rules => new OracleEngine(rules));

    [GlobalSetup(Target = nameof(HandWrittenLoop))]
    public void SetUpLoop() => SetUp(Workload.Generate(N), rules => new LoopEngine(rules));

    [GlobalSetup(Target = nameof(RulesEngineDelegates))]
    public void SetUpDelegates() => SetUp(Workload.Generate(N), rules => new DelegatesEngine(rules));

    [GlobalSetup(Target = nameof(RulesEngine))]
    public void SetUpRulesEngine() => SetUp(Workload.Generate(N), rules => new MicrosoftRulesEngine(rules));

    [Benchmark(Baseline = true)]
    public int AutoResolve() => FindNext();

    [Benchmark]
    public int EveryRule() => FindNext();

    [Benchmark]
    public int HandWrittenLoop() => FindNext();

    [Benchmark]
    [MaxRules(10_000)]
    public int RulesEngineDelegates() => FindNext();

    [Benchmark]
    [MaxRules(10_000)]
    public int RulesEngine() => FindNext();
}
