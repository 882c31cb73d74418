using System.Globalization;
using AutoResolve.Benchmarks.Measurements.Paths;
using AutoResolve.Benchmarks.Measurements.Workloads;

namespace AutoResolve.Benchmarks.Reports;

/// <summary>What must be reached on workloads that are not made by our generator.</summary>
internal static class OtherTargets
{
    private const string Other = nameof(OtherMeasurement);

    private static readonly (int Rules, double OfHyperscan, double TimesTheLoop)[] Bounds =
    [
        (100, 1, 7),
        (1_000, 0.7, 60),
        (10_000, 0.5, 300),
        (100_000, 0.35, 1_200),
    ];

    public static IEnumerable<Target> Of(Run run) =>
        [
            .. Bounds.SelectMany(bound =>
                (Target[])
                    [
                        OfHyperscan(run, bound.Rules, phrasesAreStrings: false, bound.OfHyperscan),
                        OfHyperscan(run, bound.Rules, phrasesAreStrings: true, 1),
                        OfLoop(run, bound.Rules, bound.TimesTheLoop),
                    ]
            ),
            new(
                "two threads, of what two that only count reach",
                run.Figure(nameof(ThreadsMeasurement), ThreadsMeasurement.WorstOfSpinning),
                0.95,
                IsLeast: true
            ),
            new(
                "the worst of the bars of PathMeasurement, in times of what it may be",
                run.Figure(nameof(PathMeasurement), PathBars.Worst),
                1,
                IsLeast: false
            ),
        ];

    private static Target OfHyperscan(Run run, int rules, bool phrasesAreStrings, double bound) =>
        new(
            Text($"other workload, {(phrasesAreStrings ? "contains" : "phrases")}, {rules:N0} rules, in times of Hyperscan"),
            run.Figure(Other, OtherMeasurement.Figure(rules, phrasesAreStrings, TimedHyperscan.EngineName)),
            bound,
            IsLeast: false
        )
        {
            IsOptional = true,
        };

    private static Target OfLoop(Run run, int rules, double bound) =>
        new(
            Text($"other workload, phrases, times faster than the hand-written loop, {rules:N0} rules"),
            1 / run.Figure(Other, OtherMeasurement.Figure(rules, phrasesAreStrings: false, TimedEngines.Loop)),
            bound,
            IsLeast: true
        );

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
