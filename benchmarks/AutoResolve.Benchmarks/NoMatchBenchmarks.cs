using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>Issues that none of N generated rules matches; they must allocate nothing.</summary>
public class NoMatchBenchmarks : EngineBenchmarks
{
    [ParamsSource(nameof(Sizes))]
    public int N { get; set; }

    public static IEnumerable<int> Sizes => RuleCounts.All;

    [GlobalSetup(Target = nameof(AutoResolve))]
    public void SetUpAutoResolve() => SetUp(Workload.GenerateWithoutMatch(N), rules => new AutoResolveEngine(rules));

    [GlobalSetup(Target = nameof(HandWrittenLoop))]
    public void SetUpLoop() => SetUp(Workload.GenerateWithoutMatch(N), rules => new LoopEngine(rules));

    [Benchmark(Baseline = true)]
    public int AutoResolve() => FindNext();

    [Benchmark]
    [MaxRules(1_000)]
    public int HandWrittenLoop() => FindNext();
}
