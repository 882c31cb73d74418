using AutoResolve.Json;

namespace AutoResolve.Rules.Reading.Tables;

/// <summary>A row of a table: its values, and the parts of the rule that it gives itself.</summary>
/// <param name="node">The row.</param>
/// <param name="id">What it has as its id.</param>
/// <param name="number">Which row it is, from 1.</param>
internal sealed class TableRow(JsonObject node, JsonNode id, int number)
{
    private readonly Dictionary<string, JsonProperty> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public JsonObject Node => node;

    public JsonNode Id => id;

    public RowOrigin Origin { get; } =
        new(node.Source.File, number, TextOf(id) ?? "", node.Source.Line(node.Start), node.Source.Line(node.End - 1));

    /// <summary>The parts of the rule that it gives in place of the table's.</summary>
    public List<JsonProperty> Parts { get; } = [];

    /// <summary>The values that nothing took.</summary>
    public IEnumerable<JsonProperty> Unused => _values.Values.Where(value => !_used.Contains(value.Key));

    public IReadOnlyCollection<string> Names => _values.Keys;

    public void Add(JsonProperty value) => _values.TryAdd(value.Key, value);

    /// <summary>Takes a value; null where the row has none of that name.</summary>
    public JsonProperty? Take(string name)
    {
        _used.Add(name);
        return _values.GetValueOrDefault(name);
    }

    /// <summary>What stands in a longer text for a value; null for one that cannot.</summary>
    public static string? TextOf(JsonNode value) =>
        value switch
        {
            JsonString text => text.Value,
            JsonNumber or JsonBoolean => value.Raw,
            _ => null,
        };
}
