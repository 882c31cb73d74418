using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>A condition does not hold.</summary>
internal sealed class NoneOf(ICondition condition) : ICondition
{
    public ICondition Condition => condition;

    public bool Holds(Issue issue) => !condition.Holds(issue);

    public void Compile() => condition.Compile();

    public JObject ToJson() => new() { ["none"] = new JArray(condition.ToJson()) };

    public string ToExpression() => $"!({condition.ToExpression()})";
}
