using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>Every one of some conditions holds.</summary>
internal sealed class AllOf(params ICondition[] conditions) : ICondition
{
    public IReadOnlyList<ICondition> Conditions => conditions;

    public IEnumerable<KeyValuePair<string, string[]>> Lists => conditions.SelectMany(condition => condition.Lists);

    public bool Holds(Issue issue)
    {
        foreach (var condition in conditions)
        {
            if (!condition.Holds(issue))
                return false;
        }

        return true;
    }

    public void Compile() => Array.ForEach(conditions, condition => condition.Compile());

    public JObject ToJson() => new() { ["all"] = new JArray(conditions.Select(condition => condition.ToJson())) };

    public string ToExpression() => ExpressionText.Join(" && ", conditions.Select(condition => condition.ToExpression()));
}
