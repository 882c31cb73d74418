using System.Collections.ObjectModel;

namespace AutoResolve.Json.Reading;

/// <summary>Reads objects whose keys are names of the author's: lists, conditions, answers by language.</summary>
internal sealed class MapReader(ValueReader values, Problems problems)
{
    /// <summary>The properties, without the author's own (<c>x-</c>).</summary>
    public IReadOnlyList<JsonProperty> Properties(JsonNode? node) =>
        [.. Entries(node).Where(property => !ObjectReader.IsOwn(property.Key))];

    /// <summary>
    /// Named things. A name that is not of its form is reported and kept, so that what refers to it is not reported as well.
    /// </summary>
    public IReadOnlyList<T> Named<T>(JsonNode? node, NameForm form, Func<Located<string>, JsonNode, T> read)
    {
        var entries = new List<T>();
        foreach (var property in Properties(node))
        {
            values.CheckName(property.Key, property.Location, "This name", form);
            entries.Add(read(new(property.Key, property.Location), property.Value));
        }

        return entries;
    }

    /// <summary>Texts by name, whatever the name.</summary>
    public IReadOnlyDictionary<string, string> Texts(JsonNode? node)
    {
        if (node is null)
            return ReadOnlyDictionary<string, string>.Empty;
        var texts = new Dictionary<string, string>();
        foreach (var property in Entries(node))
        {
            if (values.AnyText(property.Value) is { } text)
                texts.Add(property.Key, text.Value);
        }

        return texts;
    }

    /// <summary>The properties, whatever their keys. One that stands twice is reported elsewhere.</summary>
    public IEnumerable<JsonProperty> Entries(JsonNode? node)
    {
        if (node is JsonObject map)
            return map.Properties.Length == 1 ? map.Properties : map.Properties.DistinctBy(property => property.Key);
        if (node is not null)
            problems.Add(node, ReadingCodes.WrongKind, $"{node.Subject()} must be an object in braces {{ }}, not {node.Kind}.");
        return [];
    }
}
