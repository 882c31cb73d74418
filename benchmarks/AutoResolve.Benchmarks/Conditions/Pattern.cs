using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>A regular expression is found in the text.</summary>
internal sealed class Pattern(string regex) : ICondition
{
    private readonly TextPattern _pattern = new(regex);

    public string Regex => regex;

    public bool Holds(Issue issue) => _pattern.IsIn(issue.Text);

    public void Compile() => _pattern.Compile();

    public JObject ToJson() => new() { ["regex"] = regex };

    public string ToExpression() => CompiledPatterns.Search(_pattern, "issue.Text");
}
