using System.Globalization;
using AutoResolve.Benchmarks.Measurements;

namespace AutoResolve.Benchmarks.Reports;

/// <summary>What the engine must reach, each a ratio within one run.</summary>
internal static class Targets
{
    private const string Matching = nameof(MatchingBenchmarks);
    private const string Ready = nameof(ReadyBenchmarks);
    private const string Own = nameof(MatchingBenchmarks.AutoResolve);
    private const int Most = 100_000;
    private const double Second = 1e9;

    public static IEnumerable<Target> Of(Run run) =>
        [
            Faster(run, "Microsoft RulesEngine", nameof(MatchingBenchmarks.RulesEngine), 100, 15),
            Faster(run, "Microsoft RulesEngine", nameof(MatchingBenchmarks.RulesEngine), 1_000, 150),
            Faster(run, "Microsoft RulesEngine", nameof(MatchingBenchmarks.RulesEngine), 10_000, 3_000),
            Faster(run, "the hand-written loop", nameof(MatchingBenchmarks.HandWrittenLoop), 100, 6),
            Faster(run, "the hand-written loop", nameof(MatchingBenchmarks.HandWrittenLoop), 1_000, 45),
            Faster(run, "the hand-written loop", nameof(MatchingBenchmarks.HandWrittenLoop), 10_000, 250),
            Faster(run, "the hand-written loop", nameof(MatchingBenchmarks.HandWrittenLoop), Most, 800),
            AtMost("an issue at 10,000 rules, in times of one at 100", Growth(run, Matching, 10_000), 2),
            AtMost("an issue at 100,000 rules, in times of one at 100", Growth(run, Matching, Most), 8),
            AtMost("the same where each issue matches one rule", Growth(run, nameof(OneMatchBenchmarks), Most), 4),
            AtMost("bytes allocated for an issue without a match, 100,000 rules", run.Bytes(nameof(NoMatchBenchmarks), Own, Most), 0),
            AtMost(
                "seconds from 100,000 parsed rules to ready",
                run.Time(Ready, nameof(ReadyBenchmarks.FromParsedRules), Most) / Second,
                3
            ),
            AtMost("seconds from files of 100,000 rules to ready", run.Time(Ready, nameof(ReadyBenchmarks.FromFiles), Most) / Second, 5),
            AtMost("bytes a rule, 100,000 rules", run.Figure(nameof(MemoryMeasurement), MemoryMeasurement.Compiled), 900),
            AtMost(
                "p99 of an issue during a reload of 100,000 rules, in times of that in quiet",
                run.Figure(nameof(ReloadMeasurement), ReloadMeasurement.Ratio),
                2
            ),
            AtMost("issues that failed during it", run.Figure(nameof(ReloadMeasurement), ReloadMeasurement.Failed), 0),
            AtMost(
                "seconds for a report over 1,000,000 journal entries",
                run.Figure(nameof(ReportMeasurement), ReportMeasurement.Seconds),
                20
            ),
            AtMost("megabytes that it takes", run.Figure(nameof(ReportMeasurement), ReportMeasurement.Megabytes), 1_000),
            AtMost(
                "100,000 hostile characters, the worst, in times of ordinary ones",
                run.WorstRatio(nameof(HostileBenchmarks), nameof(HostileBenchmarks.Ordinary)),
                30
            ),
            .. OtherTargets.Of(run),
        ];

    private static Target Faster(Run run, string than, string method, int rules, double bound) =>
        AtLeast(
            string.Create(CultureInfo.InvariantCulture, $"times faster than {than}, {rules:N0} rules"),
            run.Time(Matching, method, rules) / run.Time(Matching, Own, rules),
            bound
        );

    private static double? Growth(Run run, string type, int rules) => run.Time(type, Own, rules) / run.Time(type, Own, 100);

    private static Target AtLeast(string name, double? measured, double bound) => new(name, measured, bound, IsLeast: true);

    private static Target AtMost(string name, double? measured, double bound) => new(name, measured, bound, IsLeast: false);
}
