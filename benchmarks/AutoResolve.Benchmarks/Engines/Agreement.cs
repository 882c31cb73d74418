using AutoResolve.Benchmarks.Workloads;

namespace AutoResolve.Benchmarks.Engines;

/// <summary>Lets an engine be timed only if it finds what all others find.</summary>
internal static class Agreement
{
    // An engine that evaluates every rule is asked about so many pairs of rule and issue, the index about all.
    private const int Pairs = 1_000_000;
    private const int MinIssues = 20;

    /// <exception cref="InvalidOperationException">The engine disagrees on one rule and one issue; it names both.</exception>
    public static IEngine Check(IEngine engine, Workload workload)
    {
        var issues = engine is AutoResolveEngine ? workload.Issues.Count : Math.Max(MinIssues, Pairs / workload.Rules.Count);
        foreach (var (number, issue) in workload.Issues.Take(issues).Index())
        {
            engine.Find(issue);
            var found = engine.Found.ToHashSet();
            var expected = workload.Expected[number].ToHashSet();
            found.SymmetricExceptWith(expected);
            if (found.Count == 0)
                continue;
            var rule = found.Min();
            var verdict = expected.Contains(rule) ? "does not hold" : "holds";
            throw new InvalidOperationException(
                $"By {engine.GetType().Name} the rule {workload.Rules[rule].When.ToJson()} {verdict} for the text '{issue.Text}'."
            );
        }

        return engine;
    }
}
