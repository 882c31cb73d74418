using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>At least one of some phrases stands in the text.</summary>
internal sealed class AnyPhrase(params string[] phrases) : ICondition
{
    public IReadOnlyList<string> Phrases => phrases;

    public bool Holds(Issue issue)
    {
        foreach (var phrase in phrases)
        {
            if (issue.Text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    public JObject ToJson() => new() { ["anyOf"] = new JArray(phrases) };

    public string ToExpression() => ExpressionText.Join(" || ", phrases.Select(phrase => ExpressionText.Contains("issue.Text", phrase)));
}
