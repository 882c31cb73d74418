using AutoResolve.Benchmarks.Engines;
using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks.Measurements.Workloads;

/// <summary>Engines that all find the same, AutoResolve first.</summary>
internal sealed class TimedEngines : IDisposable
{
    public const string Loop = "hand-written loop";

    private TimedEngines(IReadOnlyList<ITimed> all) => All = all;

    public IReadOnlyList<ITimed> All { get; }

    /// <exception cref="InvalidOperationException">An engine disagrees; it names the rule and the text.</exception>
    public static TimedEngines Start(Workload workload, bool withHyperscan)
    {
        List<ITimed> all =
        [
            new TimedEngine("AutoResolve", Agreement.Check(new AutoResolveEngine(workload.Rules), workload), workload.Cases),
            new TimedEngine(Loop, Agreement.Check(new LoopEngine(workload.Rules), workload), workload.Issues),
        ];
        if (withHyperscan && TimedHyperscan.Start(workload) is { } hyperscan)
        {
            all.Add(hyperscan);
            for (var issue = 0; issue < workload.Issues.Count; issue++)
                Agreement.Check(hyperscan.Name, hyperscan.Find(issue), workload, issue);
        }

        return new TimedEngines(all);
    }

    public void Dispose()
    {
        foreach (var engine in All)
            engine.Dispose();
    }
}
