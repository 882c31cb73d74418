using AutoResolve.Rules.Json;

namespace AutoResolve.Rules.Reading;

/// <summary>Reports keys that stand twice in one object, wherever it is.</summary>
internal static class DuplicateKeys
{
    public static void Check(JsonNode node, Problems problems)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list.Items)
                Check(item, problems);
        }

        if (node is not JsonObject value)
            return;
        var first = new Dictionary<string, JsonProperty>();
        foreach (var property in value.Properties)
        {
            if (!first.TryAdd(property.Key, property))
                problems.Add(property.Location, ReadingCodes.DuplicateKey, $"The key {JsonQuote.Short(property.Key)} already stands in line {node.Source.Line(first[property.Key].Start)}: keep one of the two.");
            Check(property.Value, problems);
        }
    }
}
