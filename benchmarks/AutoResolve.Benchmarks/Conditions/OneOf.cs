using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>At least one of some conditions holds.</summary>
internal sealed class OneOf(params ICondition[] conditions) : ICondition
{
    public bool Holds(Issue issue)
    {
        foreach (var condition in conditions)
        {
            if (condition.Holds(issue))
                return true;
        }

        return false;
    }

    public void Compile() => Array.ForEach(conditions, condition => condition.Compile());

    public JObject ToJson() => new() { ["any"] = new JArray(conditions.Select(condition => condition.ToJson())) };

    public string ToExpression() => ExpressionText.Join(" || ", conditions.Select(condition => condition.ToExpression()));
}
