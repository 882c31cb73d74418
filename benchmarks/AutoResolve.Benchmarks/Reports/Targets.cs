using AutoResolve.Benchmarks.Measurements;

namespace AutoResolve.Benchmarks.Reports;

/// <summary>What the engine must reach, each a ratio within one run.</summary>
internal static class Targets
{
    private const string Matching = nameof(MatchingBenchmarks);
    private const string Own = nameof(MatchingBenchmarks.AutoResolve);
    private const double Second = 1e9;

    public static IEnumerable<Target> Of(Run run)
    {
        foreach (var (rules, bound) in new[] { (100, 15), (1_000, 150), (10_000, 3_000) })
            yield return new($"times faster than Microsoft RulesEngine, {Count(rules)} rules", Faster(run, nameof(MatchingBenchmarks.RulesEngine), rules), bound, IsLeast: true);
        foreach (var (rules, bound) in new[] { (100, 6), (1_000, 45), (10_000, 250), (100_000, 800) })
            yield return new($"times faster than the hand-written loop, {Count(rules)} rules", Faster(run, nameof(MatchingBenchmarks.HandWrittenLoop), rules), bound, IsLeast: true);
        yield return new("an issue at 10,000 rules, in times of one at 100", Growth(run, Matching, 10_000), 3, IsLeast: false);
        yield return new("an issue at 100,000 rules, in times of one at 100", Growth(run, Matching, 100_000), 15, IsLeast: false);
        yield return new("the same where each issue matches one rule", Growth(run, nameof(OneMatchBenchmarks), 100_000), 4, IsLeast: false);
        yield return new("bytes allocated for an issue without a match, 100,000 rules", run.Bytes(nameof(NoMatchBenchmarks), Own, 100_000), 0, IsLeast: false);
        yield return new("seconds from 100,000 parsed rules to ready", run.Time(nameof(ReadyBenchmarks), nameof(ReadyBenchmarks.FromParsedRules), 100_000) / Second, 3, IsLeast: false);
        yield return new("seconds from files of 100,000 rules to ready", run.Time(nameof(ReadyBenchmarks), nameof(ReadyBenchmarks.FromFiles), 100_000) / Second, 10, IsLeast: false);
        yield return new("bytes a rule, 100,000 rules", run.Figure(nameof(MemoryMeasurement), MemoryMeasurement.Compiled), 1_024, IsLeast: false);
        yield return new("times faster on two threads than on one", run.Time(nameof(ResolveAllBenchmarks), nameof(ResolveAllBenchmarks.OneThread)) / run.Time(nameof(ResolveAllBenchmarks), nameof(ResolveAllBenchmarks.TwoThreads)), 1.8, IsLeast: true);
        yield return new("p99 of an issue during a reload of 100,000 rules, in times of that in quiet", run.Figure(nameof(ReloadMeasurement), ReloadMeasurement.Ratio), 2, IsLeast: false);
        yield return new("issues that failed during it", run.Figure(nameof(ReloadMeasurement), ReloadMeasurement.Failed), 0, IsLeast: false);
        yield return new("100,000 hostile characters, the worst, in times of ordinary ones", run.WorstRatio(nameof(HostileBenchmarks), nameof(HostileBenchmarks.Ordinary)), 30, IsLeast: false);
    }

    private static double? Faster(Run run, string than, int rules) => run.Time(Matching, than, rules) / run.Time(Matching, Own, rules);

    private static double? Growth(Run run, string type, int rules) => run.Time(type, Own, rules) / run.Time(type, Own, 100);

    private static string Count(int rules) => rules.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
