using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>Two words stand close together, in any order, in one clause.</summary>
internal sealed class CloseTogether(string first, string second, int within) : ICondition
{
    private readonly TextPattern _pattern = new($"{InOrder(first, second, within)}|{InOrder(second, first, within)}");

    public bool Holds(Issue issue) => _pattern.IsIn(issue.Text);

    public void Compile() => _pattern.Compile();

    public JObject ToJson() => new() { ["near"] = new JArray(first, second), ["within"] = within };

    public string ToExpression() => CompiledPatterns.Search(_pattern, "issue.Text");

    private static string InOrder(string first, string second, int within) =>
        FormattableString.Invariant($@"\b{first}\s+(?:[\w']+\s+){{0,{within - 1}}}{second}\b");
}
