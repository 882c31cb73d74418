using AutoResolve.Benchmarks.Running;
using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Benchmarks.Workloads.Other;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>
/// Long lists, <c>near</c>, vetoes, short and long texts, cases of several turns, and the real rule corpus where it is given, each
/// against the hand-written loop.
/// </summary>
internal sealed class ShapesMeasurement : IMeasurement
{
    private const int MaxRules = 10_000;
    private const int UsualRules = 1_000;

    public Measured Run()
    {
        var table = new TimingTable("shape");
        var rules =
            RunOptions.IsDry ? 100
            : RunOptions.GivenRules is [var given, ..] ? Math.Min(given, MaxRules)
            : UsualRules;
        foreach (var (name, workload) in new ShapeWorkloads(new OtherOptions(rules, PhrasesAreStrings: false, RunOptions.Seed)).All())
            Measure(FormattableString.Invariant($"{name}, {rules:N0} rules"), workload, table);
        if (Corpus.IsGiven)
            Measure("elastic-recheck", Corpus.Read(), table);
        return new Measured(table.ToString(), table.Figures);
    }

    private static void Measure(string name, Workload workload, TimingTable table)
    {
        using var engines = TimedEngines.Start(workload, withHyperscan: false);
        table.Add(name, workload, Rounds.Run(engines.All, workload.Issues.Count));
    }
}
