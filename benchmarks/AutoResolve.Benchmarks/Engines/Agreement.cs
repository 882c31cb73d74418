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
        for (var issue = 0; issue < Math.Min(issues, workload.Issues.Count); issue++)
        {
            engine.Find(engine is AutoResolveEngine ? workload.Cases[issue] : workload.Issues[issue]);
            Check(engine.GetType().Name, engine.Found, workload, issue);
        }

        return engine;
    }

    /// <exception cref="InvalidOperationException">What was found is not what is expected; it names the rule and the issue.</exception>
    public static void Check(string engine, IEnumerable<int> found, Workload workload, int issue)
    {
        var differing = found.ToHashSet();
        var expected = workload.Expected[issue].ToHashSet();
        differing.SymmetricExceptWith(expected);
        if (differing.Count == 0)
            return;
        var rule = differing.Min();
        var verdict = expected.Contains(rule) ? "does not hold" : "holds";
        throw new InvalidOperationException(
            $"By {engine} the rule {workload.Rules[rule].When.ToJson()} {verdict} for the text '{workload.Issues[issue].Text}'."
        );
    }
}
