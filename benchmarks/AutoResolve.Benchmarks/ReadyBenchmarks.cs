using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Compiling;
using AutoResolve.Expressions;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>How long N generated rules take until the first issue can be matched.</summary>
[WarmupCount(0)]
[IterationCount(3)]
[InvocationCount(1)]
public class ReadyBenchmarks
{
    private IReadOnlyList<BenchmarkRule> _rules = [];
    private IReadOnlyList<RuleSet> _sets = [];
    private string _folder = "";

    [ParamsSource(nameof(Sizes))]
    public int N { get; set; }

    public static IEnumerable<int> Sizes => RuleCounts.Loaded;

    [GlobalSetup(Target = nameof(FromParsedRules))]
    public void Parse()
    {
        List<Diagnostic> diagnostics = [];
        _sets = [.. RuleFiles.Of(RuleGenerator.Make(N)).Select(file => RuleSetReader.Read(file, diagnostics)).OfType<RuleSet>()];
    }

    [GlobalSetup(Target = nameof(FromFiles))]
    public void Write()
    {
        _folder = Directory.CreateTempSubdirectory("autoresolve-").FullName;
        RuleFiles.Write(RuleGenerator.Make(N), _folder);
    }

    [GlobalSetup(Target = nameof(RulesEngine))]
    public void Make() => _rules = RuleGenerator.Make(N);

    [GlobalCleanup(Target = nameof(FromFiles))]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public int FromParsedRules()
    {
        List<Diagnostic> diagnostics = [];
        return RuleCompiler.Compile(_sets, ExpressionReader.None, diagnostics, Environment.ProcessorCount).Rules.Count;
    }

    [Benchmark]
    public int FromFiles() => Rulebook.Load(_folder).Rules.Count;

    /// <summary>It compiles with the first issue.</summary>
    [Benchmark]
    [MaxRules(10_000)]
    public int RulesEngine() => new MicrosoftRulesEngine(_rules).Find(new Issue { Id = "first", Text = "first" });
}
