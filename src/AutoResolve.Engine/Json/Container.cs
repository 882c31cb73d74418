namespace AutoResolve.Json;

/// <summary>An object or list while it is being read.</summary>
internal sealed class Container(JsonPath path, int start, bool isObject)
{
    private readonly List<JsonProperty>? _properties = isObject ? [] : null;
    private readonly List<JsonNode>? _items = isObject ? null : [];
    private string? _key;
    private int _keyStart;

    public int Start => start;

    public bool IsObject => isObject;

    /// <summary>The key that waits for its value.</summary>
    public string? WaitingKey => _key;

    public bool IsEmpty => _properties is null or { Count: 0 } && _items is null or { Count: 0 };

    public JsonPath NextPath =>
        (_items, _key) switch
        {
            ({ Count: var count }, _) => path.At(count),
            (null, { } key) => path.At(key),
            _ => path,
        };

    public void Key(string name, int keyStart) => (_key, _keyStart) = (name, keyStart);

    public void Add(JsonNode node)
    {
        _items?.Add(node);
        if (_key is not null)
            _properties?.Add(new JsonProperty(_key, _keyStart, node));
        _key = null;
    }

    public JsonNode Close(SourceText source, int end) =>
        _properties is not null
            ? new JsonObject([.. _properties], source, path, start, end)
            : new JsonArray([.. _items!], source, path, start, end);
}
