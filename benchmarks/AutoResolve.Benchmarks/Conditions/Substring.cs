using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>A string stands in the text, letter for letter.</summary>
internal sealed class Substring(string value) : ICondition
{
    public bool Holds(Issue issue) => issue.Text.Contains(value, StringComparison.OrdinalIgnoreCase);

    public JObject ToJson() => new() { ["contains"] = new JArray(value), ["in"] = "everything" };

    public string ToExpression() => ExpressionText.Contains("issue.Text", value);
}
