using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>A field has a string in its value.</summary>
internal sealed class FieldContains(string field, string value) : ICondition
{
    public bool Holds(Issue issue) =>
        issue.Fields.TryGetValue(field, out var found) && found.Contains(value, StringComparison.OrdinalIgnoreCase);

    public JObject ToJson() => new() { ["field"] = field, ["contains"] = value };

    public string ToExpression() => ExpressionText.Contains(ExpressionText.Field(field), value);
}
