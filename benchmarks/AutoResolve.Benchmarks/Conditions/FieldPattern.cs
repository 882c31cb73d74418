using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>A regular expression is found in a field.</summary>
internal sealed class FieldPattern(string field, string regex) : ICondition
{
    private readonly TextPattern _pattern = new(regex);

    public bool Holds(Issue issue) => issue.Fields.TryGetValue(field, out var found) && _pattern.IsIn(found);

    public void Compile() => _pattern.Compile();

    public JObject ToJson() => new() { ["field"] = field, ["matches"] = regex };

    public string ToExpression() => CompiledPatterns.Search(_pattern, ExpressionText.Field(field));
}
