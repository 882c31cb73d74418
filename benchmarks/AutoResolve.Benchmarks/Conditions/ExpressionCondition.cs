using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>An expression that is written the same for us and for Microsoft RulesEngine.</summary>
internal sealed class ExpressionCondition(string expression, Func<Issue, bool> holds) : ICondition
{
    public bool Holds(Issue issue) => holds(issue);

    public JObject ToJson() => new() { ["expression"] = expression };

    public string ToExpression() => $"({expression})";
}
