namespace AutoResolve.Rules.Json;

/// <summary>An object or list while it is being read.</summary>
internal sealed class Container(JsonPath path, int start, bool isObject)
{
    private readonly List<JsonProperty> _properties = [];
    private readonly List<JsonNode> _items = [];
    private (string Name, int Start)? _key;

    public int Start => start;

    public bool IsObject => isObject;

    /// <summary>The key that waits for its value.</summary>
    public string? WaitingKey => _key?.Name;

    public bool IsEmpty => _properties.Count == 0 && _items.Count == 0;

    public JsonPath NextPath => !isObject ? path.At(_items.Count) : _key is { } key ? path.At(key.Name) : path;

    public void Key(string name, int keyStart) => _key = (name, keyStart);

    public void Add(JsonNode node)
    {
        if (_key is { } key)
            _properties.Add(new JsonProperty(key.Name, key.Start, node));
        else
            _items.Add(node);
        _key = null;
    }

    public JsonNode Close(SourceText source, int end) =>
        isObject ? new JsonObject(_properties, source, path, start, end) : new JsonArray(_items, source, path, start, end);
}
