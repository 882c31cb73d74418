using AutoResolve.Benchmarks.Workloads;
using AutoResolve.Expressions;

namespace AutoResolve.Benchmarks.Engines;

/// <summary>Rulebooks made of logical rules.</summary>
internal static class Rulebooks
{
    private static readonly RulebookOptions Options = new() { AllowExpressions = true, ExpressionParser = RulesEngineExpressions.Parser };

    public static Rulebook Load(IReadOnlyList<BenchmarkRule> rules)
    {
        var result = Rulebook.TryLoad(RuleFiles.Of(rules, isExact: true), Options, TimeProvider.System);
        return result.Rulebook ?? throw new RulebookException("generated rules", result.Diagnostics);
    }

    public static Dictionary<string, int> Numbers(IReadOnlyList<BenchmarkRule> rules) =>
        rules.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
}
