using System.Globalization;
using AutoResolve.Benchmarks.Conditions;
using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using BenchmarkDotNet.Attributes;

namespace AutoResolve.Benchmarks;

/// <summary>
/// Rules with an expression: beside words by which they are found, and alone, when they must be evaluated for every issue.
/// </summary>
public class ExpressionBenchmarks : EngineBenchmarks
{
    private const int Rules = 1_000;

    [Params(true, false)]
    public bool Anchored { get; set; }

    [GlobalSetup(Target = nameof(AutoResolve))]
    public void SetUpAutoResolve() => SetUp(MakeWorkload(), rules => new AutoResolveEngine(rules));

    [GlobalSetup(Target = nameof(HandWrittenLoop))]
    public void SetUpLoop() => SetUp(MakeWorkload(), rules => new LoopEngine(rules));

    [GlobalSetup(Target = nameof(RulesEngineDelegates))]
    public void SetUpDelegates() => SetUp(MakeWorkload(), rules => new DelegatesEngine(rules));

    [GlobalSetup(Target = nameof(RulesEngine))]
    public void SetUpRulesEngine() => SetUp(MakeWorkload(), rules => new MicrosoftRulesEngine(rules));

    [Benchmark(Baseline = true)]
    public int AutoResolve() => FindNext();

    [Benchmark]
    public int HandWrittenLoop() => FindNext();

    [Benchmark]
    public int RulesEngineDelegates() => FindNext();

    [Benchmark]
    public int RulesEngine() => FindNext();

    private Workload MakeWorkload()
    {
        var generated = Workload.Generate(RunOptions.IsDry ? RuleCounts.All[0] : Rules);
        return Workload.Of(
            [.. generated.Rules.Select((rule, number) => Anchored ? WithExpression(rule) : OnlyExpression(rule, 40 + number))],
            generated.Issues
        );
    }

    private static BenchmarkRule WithExpression(BenchmarkRule rule) =>
        rule with
        {
            When = new AllOf(
                rule.When,
                new ExpressionCondition("issue.Text.Length > 200 || issue.Channel == \"phone\"", issue =>
                    issue.Text.Length > 200 || issue.Channel == "phone"
                )
            ),
        };

    private static BenchmarkRule OnlyExpression(BenchmarkRule rule, int length) =>
        rule with
        {
            When = new ExpressionCondition(string.Create(CultureInfo.InvariantCulture, $"issue.Text.Length == {length}"), issue =>
                issue.Text.Length == length
            ),
            Words = [],
        };
}
