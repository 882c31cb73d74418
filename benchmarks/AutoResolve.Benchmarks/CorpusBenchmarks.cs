using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>One real log event against a real rule corpus, strings and fields, where a folder with it is given.</summary>
public class CorpusBenchmarks : EngineBenchmarks
{
    [GlobalSetup(Target = nameof(AutoResolve))]
    public void SetUpAutoResolve() => SetUp(Corpus.Read(), rules => new AutoResolveEngine(rules));

    [GlobalSetup(Target = nameof(EveryRule))]
    public void SetUpEveryRule() => SetUp(Corpus.Read(), rules => new OracleEngine(rules));

    [GlobalSetup(Target = nameof(HandWrittenLoop))]
    public void SetUpLoop() => SetUp(Corpus.Read(), rules => new LoopEngine(rules));

    [GlobalSetup(Target = nameof(RulesEngineDelegates))]
    public void SetUpDelegates() => SetUp(Corpus.Read(), rules => new DelegatesEngine(rules));

    [GlobalSetup(Target = nameof(RulesEngine))]
    public void SetUpRulesEngine() => SetUp(Corpus.Read(), rules => new MicrosoftRulesEngine(rules));

    [Benchmark(Baseline = true)]
    public int AutoResolve() => FindNext();

    [Benchmark]
    public int EveryRule() => FindNext();

    [Benchmark]
    public int HandWrittenLoop() => FindNext();

    [Benchmark]
    public int RulesEngineDelegates() => FindNext();

    [Benchmark]
    public int RulesEngine() => FindNext();
}
