namespace AutoResolve.Benchmarks.Workloads.Other;

/// <summary>Rules and texts of another make than <see cref="Workload.Generate"/>, to which nothing of the engine was fitted.</summary>
internal static class OtherWorkload
{
    private const int IssueCount = 2_000;
    private const int Planted = 100;

    /// <summary>The same issues for every number of rules; what is planted in them are the first 100 rules.</summary>
    public static Workload Generate(OtherOptions options)
    {
        var vocabulary = new OtherVocabulary(options.Seed);
        var rules = OtherRules.Make(vocabulary, options);
        return Workload.Of(rules, OtherTexts.Make(vocabulary, [.. rules.Take(Planted)], IssueCount, options.Seed));
    }
}
