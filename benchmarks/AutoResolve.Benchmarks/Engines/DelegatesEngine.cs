using System.Linq.Expressions;
using AutoResolve.Benchmarks.Workloads;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace AutoResolve.Benchmarks.Engines;

/// <summary>Only the compiled lambda expressions of Microsoft RulesEngine, called in a loop.</summary>
internal sealed class DelegatesEngine : IEngine
{
    private readonly Func<Issue, bool>[] _rules;
    private readonly List<int> _found = [];

    public DelegatesEngine(IReadOnlyList<BenchmarkRule> rules)
    {
        var parser = new RuleExpressionParser(MicrosoftRulesEngine.Settings(rules.Count));
        var issue = RuleParameter.Create("issue", typeof(Issue)).ParameterExpression;
        _rules =
        [
            .. rules.Select(rule =>
                Expression.Lambda<Func<Issue, bool>>(parser.Parse(rule.ToExpression(), [issue], typeof(bool)), issue).Compile()
            ),
        ];
    }

    public IEnumerable<int> Found => _found;

    public int Find(Issue issue)
    {
        _found.Clear();
        for (var number = 0; number < _rules.Length; number++)
        {
            if (_rules[number](issue))
                _found.Add(number);
        }

        return _found.Count;
    }
}
