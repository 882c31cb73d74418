using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>At least one of some strings stands in the text, letter for letter.</summary>
internal sealed class AnySubstring(params string[] strings) : ICondition
{
    private readonly AnyPhrase _phrases = new(strings);

    public IReadOnlyList<string> Strings => strings;

    public bool Holds(Issue issue) => _phrases.Holds(issue);

    public JObject ToJson() => new() { ["contains"] = new JArray(strings) };

    public string ToExpression() => _phrases.ToExpression();
}
