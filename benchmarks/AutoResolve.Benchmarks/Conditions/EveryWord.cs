using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Conditions;

/// <summary>Every one of some words stands in the text.</summary>
internal sealed class EveryWord(params string[] words) : ICondition
{
    public IReadOnlyList<string> Words => words;

    public bool Holds(Issue issue)
    {
        foreach (var word in words)
        {
            if (!issue.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    public JObject ToJson() => new() { ["allOf"] = new JArray(words) };

    public string ToExpression() => ExpressionText.Join(" && ", words.Select(word => ExpressionText.Contains("issue.Text", word)));
}
