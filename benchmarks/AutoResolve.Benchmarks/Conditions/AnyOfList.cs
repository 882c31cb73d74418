using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>At least one phrase of a list stands in the text; other rules use the list too.</summary>
internal sealed class AnyOfList(string name, params string[] phrases) : ICondition
{
    private readonly AnyPhrase _phrases = new(phrases);

    public IEnumerable<KeyValuePair<string, string[]>> Lists => [KeyValuePair.Create(name, phrases)];

    public bool Holds(Issue issue) => _phrases.Holds(issue);

    public JObject ToJson() => new() { ["anyOf"] = new JArray($"@{name}") };

    public string ToExpression() => _phrases.ToExpression();
}
