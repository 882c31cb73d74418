using AutoResolve.Benchmarks.Running;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Rules, issues, and which rules hold for each issue.</summary>
internal sealed record Workload(IReadOnlyList<BenchmarkRule> Rules, IReadOnlyList<Issue> Issues, IReadOnlyList<IReadOnlyList<int>> Expected)
{
    private const int IssueCount = 2_000;
    private const int Pool = 10_000;
    private const int MinRules = 100;
    private const int Seed = 3;

    /// <summary>The issues as AutoResolve gets them: with turns, where the others get one text.</summary>
    public IReadOnlyList<Issue> Cases { get; init; } = Issues;

    /// <summary>In the mean.</summary>
    public double MatchesOfAnIssue => Expected.Average(matches => matches.Count);

    /// <summary>
    /// The same 2,000 issues for every number of rules. What is planted in them are the first 100 rules; more rules match by chance.
    /// </summary>
    public static Workload Generate(int rules)
    {
        var made = RuleGenerator.Make(rules);
        return Of(made, IssueGenerator.Make(IssueCount, [.. made.Take(MinRules)], Seed));
    }

    public static Workload Of(IReadOnlyList<BenchmarkRule> rules, IReadOnlyList<Issue> issues) =>
        new(rules, issues, ExpectedMatches.Find(rules, issues));

    /// <summary>The same issues for every number of rules, and each matches the same single rule of them.</summary>
    public static Workload GenerateWithOneMatch(int rules)
    {
        var made = RuleGenerator.Make(RuleCounts.All[^1]);
        IReadOnlyList<BenchmarkRule> first = [.. made.Take(MinRules)];
        var pool = WithOneMatch(first, IssueGenerator.Make(Pool, first, Seed));
        return Of([.. made.Take(rules)], WithOneMatch(made, pool));
    }

    /// <summary>Issues that no rule matches.</summary>
    public static Workload GenerateWithoutMatch(int rules)
    {
        var all = Generate(rules);
        return Of(all.Rules, [.. all.Issues.Where((_, number) => all.Expected[number].Count == 0)]);
    }

    private static List<Issue> WithOneMatch(IReadOnlyList<BenchmarkRule> rules, IReadOnlyList<Issue> issues)
    {
        var expected = ExpectedMatches.Find(rules, issues);
        return [.. issues.Where((_, number) => expected[number].Count == 1)];
    }
}
