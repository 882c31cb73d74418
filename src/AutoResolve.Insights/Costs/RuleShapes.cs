using Newtonsoft.Json.Linq;

namespace AutoResolve.Insights.Costs;

/// <summary>Says what of a rule costs most, by what its condition is made of.</summary>
internal static class RuleShapes
{
    /// <summary>A list of so many phrases is long.</summary>
    private const int LongList = 100;

    private const int MaxDepth = 50;

    public static RuleShape Of(JObject rule, SetNames names)
    {
        var (kind, list) = (CostKind.Words, (string?)null);
        foreach (var part in PartsOf(rule["when"], names, depth: 0))
        {
            if (part.Kind > kind)
                kind = part.Kind;
            list ??= part.List;
        }

        return new RuleShape((string?)rule["id"] ?? "", rule, names, kind, kind == CostKind.LongList ? list : null);
    }

    private static IEnumerable<(CostKind Kind, string? List)> PartsOf(JToken? condition, SetNames names, int depth) =>
        (condition as JObject)?.Properties().SelectMany(part => PartsOf(part, names, depth)) ?? [];

    private static IEnumerable<(CostKind Kind, string? List)> PartsOf(JProperty part, SetNames names, int depth)
    {
        if (depth > MaxDepth)
            return [];
        return part.Name switch
        {
            "all" or "any" or "none" => (part.Value as JArray ?? []).SelectMany(each => PartsOf(each, names, depth + 1)),
            "use" => PartsOf(names.Condition((string?)part.Value ?? ""), names, depth + 1),
            "field" or "fact" => [(CostKind.Fields, null)],
            "points" => [(CostKind.Points, null)],
            "near" => [(CostKind.Near, null)],
            "contains" => [(CostKind.Contains, null)],
            "regex" or "matches" => [(CostKind.Regex, null)],
            "expression" => [(CostKind.Expression, null)],
            "anyOf" or "allOf" => OfPhrases(part.Value, names),
            _ => [],
        };
    }

    private static IEnumerable<(CostKind Kind, string? List)> OfPhrases(JToken phrases, SetNames names)
    {
        var texts = (phrases as JArray ?? []).Select(phrase => (string?)phrase ?? "").ToList();
        if (texts.Count >= LongList)
            yield return (CostKind.LongList, null);
        foreach (var name in texts.SelectMany(text => text.Split(' ')).Where(word => word.StartsWith('@')).Select(word => word[1..]))
        {
            if (names.List(name) is { Count: >= LongList })
                yield return (CostKind.LongList, name);
        }
    }
}
