using AutoResolve.Benchmarks.Conditions;
using AutoResolve.Benchmarks.Workloads;
using RulesEngine.HelperFunctions;
using RulesEngine.Models;

namespace AutoResolve.Benchmarks.Engines;

/// <summary>Microsoft RulesEngine as its documentation shows it: one workflow, all rules executed.</summary>
internal sealed class MicrosoftRulesEngine : IEngine
{
    private const string Workflow = "issues";

    private readonly RulesEngine.RulesEngine _engine;
    private readonly Dictionary<string, int> _numbers;
    private List<RuleResultTree> _results = [];

    public MicrosoftRulesEngine(IReadOnlyList<BenchmarkRule> rules)
    {
        var workflow = new Workflow
        {
            WorkflowName = Workflow,
            Rules =
            [
                .. rules.Select(rule => new Rule
                {
                    RuleName = rule.Id,
                    RuleExpressionType = RuleExpressionType.LambdaExpression,
                    Expression = rule.ToExpression(),
                }),
            ],
        };
        _engine = new RulesEngine.RulesEngine([workflow], Settings(rules.Count));
        _numbers = Rulebooks.Numbers(rules);
    }

    public IEnumerable<int> Found => _results.Where(result => result.IsSuccess).Select(result => _numbers[result.Rule.RuleName]);

    /// <summary>With room in the cache for all rules, without which it compiles three times slower.</summary>
    public static ReSettings Settings(int rules) =>
        new()
        {
            CustomTypes = [typeof(Issue), typeof(CompiledPatterns), typeof(IssueFieldValues)],
            CacheConfig = new MemCacheConfig { SizeLimit = Math.Max(1_000, 2 * rules) },
        };

    public int Find(Issue issue)
    {
        // It completes at once, since no rule waits for anything.
        _results = _engine.ExecuteAllRulesAsync(Workflow, new RuleParameter("issue", issue)).AsTask().GetAwaiter().GetResult();
        var found = 0;
        foreach (var result in _results)
            found += result.IsSuccess ? 1 : 0;
        return found;
    }
}
