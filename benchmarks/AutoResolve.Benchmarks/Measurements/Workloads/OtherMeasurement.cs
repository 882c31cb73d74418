using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads.Other;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>The other workload by AutoResolve and what stands beside it, in the same rounds.</summary>
internal sealed class OtherMeasurement : IMeasurement
{
    public Measured Run()
    {
        var table = new TimingTable("rules, phrases");
        foreach (var phrasesAreStrings in RunOptions.PhrasesAreStrings)
        {
            foreach (var rules in RunOptions.GivenRules is { Count: > 0 } given ? given : RuleCounts.All)
                Measure(new OtherOptions(rules, phrasesAreStrings, RunOptions.Seed), table);
        }

        return new Measured(table.ToString(), table.Figures);
    }

    /// <returns>The name of a figure: of AutoResolve, in times of another engine or in microseconds.</returns>
    public static string Figure(int rules, bool phrasesAreStrings, string engine) =>
        TimingTable.FigureName(Describe(rules, phrasesAreStrings), engine);

    private static void Measure(OtherOptions options, TimingTable table)
    {
        var workload = OtherWorkload.Generate(options);
        using var engines = TimedEngines.Start(workload, withHyperscan: true);
        table.Add(Describe(options.Rules, options.PhrasesAreStrings), workload, Rounds.Run(engines.All, workload.Issues.Count));
    }

    private static string Describe(int rules, bool phrasesAreStrings) =>
        FormattableString.Invariant($"{rules:N0}, {(phrasesAreStrings ? "contains" : "words")}");
}
