using System.Collections.Frozen;
using AutoResolve.Json;
using AutoResolve.Json.Reading;
using AutoResolve.Rules;
using AutoResolve.Rules.Reading;

namespace AutoResolve.Conditions;

/// <summary>Finds what kind of condition an object is.</summary>
internal static class ConditionKindFinder
{
    private static readonly FrozenDictionary<string, ObjectSchema> ByKey = ObjectSchemas.ConditionKinds.ToFrozenDictionary(
        kind => kind.Key,
        kind => kind.Shape,
        StringComparer.Ordinal
    );

    private static readonly string[] AllKeys = [.. ObjectSchemas.ConditionKinds.SelectMany(kind => kind.Shape.Keys).Distinct()];

    /// <returns>Null, and a problem reported, where it is none or more than one.</returns>
    public static ObjectSchema? Find(JsonObject node, Problems problems)
    {
        // One key is all that most conditions have.
        if (node.Properties is [var only] && ByKey.TryGetValue(only.Key, out var shape))
            return shape;
        var keys = node.Properties.Select(property => property.Key).ToHashSet(StringComparer.Ordinal);
        var isComparison = keys.Contains("field") || keys.Contains("fact");
        var found = ObjectSchemas
            .ConditionKinds.Where(kind => keys.Contains(kind.Key) && !(isComparison && ObjectSchemas.Operators.Contains(kind.Key)))
            .DistinctBy(kind => kind.Shape)
            .ToList();
        switch (found.Count)
        {
            case 1:
                return found[0].Shape;
            case 0:
                ReportNone(node, problems);
                return null;
            default:
                problems.Add(
                    node,
                    ReadingCodes.NotOneCondition,
                    $"This is {found.Count} conditions in one: "
                        + $"{string.Join(" and ", found.Select(kind => $"'{kind.Key}'"))}. Give each its own braces "
                        + $"inside {{ \"all\": [ … ] }} or {{ \"any\": [ … ] }}."
                );
                return null;
        }
    }

    private static void ReportNone(JsonObject node, Problems problems)
    {
        var known = true;
        foreach (var property in node.Properties.Where(property => !ObjectReader.IsOwn(property.Key) && !AllKeys.Contains(property.Key)))
        {
            known = false;
            var suggestion = property.Key.Length > 100 ? null : Spelling.Closest(property.Key, AllKeys);
            var kinds = suggestion is null
                ? $" A condition has one of {string.Join(", ", ObjectSchemas.ConditionKinds.Select(kind => kind.Key))}."
                : "";
            problems.Add(
                property.Location,
                ReadingCodes.UnknownKey,
                $"Unknown key {JsonQuote.Short(property.Key)} in a condition.{kinds}",
                suggestion
            );
        }

        if (!known)
            return;
        var first = node.Properties.Select(property => property.Key).FirstOrDefault(AllKeys.Contains);
        problems.Add(
            node,
            ReadingCodes.NotOneCondition,
            first switch
            {
                null => "This condition says nothing: add one, such as \"anyOf\": [\"sign in\"].",
                "within" => "'within' belongs to 'near': add \"near\": [\"…\", \"…\"].",
                "in" => "'in' says where to look but not for what: add one of anyOf, allOf, near, contains or regex; "
                    + "or, to compare a field, \"field\": \"…\".",
                _ => $"'{first}' compares a field or a fact, and none is named: add \"field\": \"…\".",
            }
        );
    }
}
