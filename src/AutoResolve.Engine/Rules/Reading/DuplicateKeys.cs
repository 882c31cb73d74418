using AutoResolve.Json;
using AutoResolve.Json.Reading;

namespace AutoResolve.Rules.Reading;

/// <summary>Reports keys that stand twice in one object, wherever it is.</summary>
internal static class DuplicateKeys
{
    private const int MaxCompared = 20;

    public static void Check(JsonNode node, Problems problems)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.Items)
                Check(item, problems);
        }

        if (node is not JsonObject value)
            return;
        var first = AllDiffer(value.Properties) ? null : new Dictionary<string, JsonProperty>();
        foreach (var property in value.Properties)
        {
            if (first?.TryAdd(property.Key, property) == false)
                problems.Add(
                    property.Location,
                    ReadingCodes.DuplicateKey,
                    $"The key {JsonQuote.Short(property.Key)} already stands in line "
                        + $"{node.Source.Line(first[property.Key].Start)}: keep one of the two."
                );
            Check(property.Value, problems);
        }
    }

    // Nearly all objects are small and sound, and looking is cheaper than a dictionary for each.
    private static bool AllDiffer(JsonProperty[] properties)
    {
        if (properties.Length > MaxCompared)
            return false;
        for (var i = 1; i < properties.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (properties[i].Key == properties[j].Key)
                    return false;
            }
        }

        return true;
    }
}
