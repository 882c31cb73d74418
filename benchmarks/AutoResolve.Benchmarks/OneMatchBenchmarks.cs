using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>
/// The same issues against N generated rules, of which each issue matches one, the same at every N: what the rules cost that do not
/// match.
/// </summary>
public class OneMatchBenchmarks : EngineBenchmarks
{
    [ParamsSource(nameof(Sizes))]
    public int N { get; set; }

    public static IEnumerable<int> Sizes => RuleCounts.All;

    [GlobalSetup(Target = nameof(AutoResolve))]
    public void SetUpAutoResolve() => SetUp(Workload.GenerateWithOneMatch(N), rules => new AutoResolveEngine(rules));

    [GlobalSetup(Target = nameof(HandWrittenLoop))]
    public void SetUpLoop() => SetUp(Workload.GenerateWithOneMatch(N), rules => new LoopEngine(rules));

    [Benchmark(Baseline = true)]
    public int AutoResolve() => FindNext();

    [Benchmark]
    [MaxRules(10_000)]
    public int HandWrittenLoop() => FindNext();
}
