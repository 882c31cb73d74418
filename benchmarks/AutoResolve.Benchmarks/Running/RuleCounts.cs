namespace AutoResolve.Benchmarks.Running;

/// <summary>How many rules there are; few in a dry run, which only shows that everything still runs.</summary>
public static class RuleCounts
{
    public static IReadOnlyList<int> All => RunOptions.IsDry ? [100, 1_000] : [100, 1_000, 10_000, 100_000];

    public static int Medium => RunOptions.IsDry ? 100 : 10_000;

    public static int Largest => RunOptions.IsDry ? 1_000 : 100_000;

    public static IReadOnlyList<int> Loaded => [Medium, Largest];
}
