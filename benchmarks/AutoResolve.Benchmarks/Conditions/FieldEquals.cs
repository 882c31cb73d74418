using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>A field has a value.</summary>
internal sealed class FieldEquals(string field, string value) : ICondition
{
    public bool Holds(Issue issue) =>
        issue.Fields.TryGetValue(field, out var found) && found.Equals(value, StringComparison.OrdinalIgnoreCase);

    public JObject ToJson() => new() { ["field"] = field, ["equals"] = value };

    public string ToExpression() =>
        $"{ExpressionText.Field(field)}.Equals({ExpressionText.Quote(value)}, StringComparison.OrdinalIgnoreCase)";
}
