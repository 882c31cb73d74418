using System.Text.RegularExpressions;
using AutoResolve.Benchmarks.Conditions;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Benchmarks.Workloads;

/// <summary>Turns a query of elastic-recheck into a condition: its phrases into strings, its terms into fields.</summary>
internal static class CorpusConverter
{
    /// <returns>Null where the query uses what no engine here has.</returns>
    public static ICondition? Convert(JObject query)
    {
        if (query["and"] is JArray all)
            return Several(all, conditions => new AllOf(conditions));
        if (query["or"] is JArray any)
            return Several(any, conditions => new OneOf(conditions));
        if (query["not"] is { } inner)
            return Several(inner is JArray list ? list : new JArray(inner), conditions => new NoneOf(new OneOf(conditions)));
        return Leaf((string)query["field"]!, (string)query["operator"]!, (string)query["value"]!);
    }

    private static ICondition? Several(JArray queries, Func<ICondition[], ICondition> combine)
    {
        var converted = queries.Select(query => Convert((JObject)query)).ToArray();
        return converted.Contains(null) ? null : combine(converted!);
    }

    private static ICondition? Leaf(string field, string comparison, string value) =>
        (field, comparison) switch
        {
            ("message", "phrase" or "term") => new Substring(value),
            ("_all", _) or (_, "terms") => null,
            (_, "wildcard") => new FieldPattern(field, $"^{Regex.Escape(value).Replace(@"\*", ".*", StringComparison.Ordinal)}$"),
            ("tags", _) => new FieldContains(field, value),
            _ => new FieldEquals(field, value),
        };
}
