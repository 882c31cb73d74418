using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Costs;

/// <summary>The lists and named conditions that the rules of a set can use: its own, and the shared ones.</summary>
internal sealed class SetNames(JObject set, IReadOnlyList<JObject> shared)
{
    /// <returns>The phrases of a list; null where there is none of that name.</returns>
    public JArray? List(string name) =>
        Find("lists", name) switch
        {
            JArray phrases => phrases,
            JObject list => list["phrases"] as JArray,
            _ => null,
        };

    /// <returns>Whether a list reads its phrases as any other: it says nothing but the phrases.</returns>
    public bool IsPlain(string name) => Find("lists", name) is JArray;

    public JToken? Condition(string name) => Find("conditions", name);

    private JToken? Find(string part, string name) =>
        set[part]?[name] ?? shared.Select(other => other[part]?[name]).FirstOrDefault(found => found is not null);
}
