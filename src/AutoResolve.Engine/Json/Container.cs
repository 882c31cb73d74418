namespace AutoResolve.Json;

/// <summary>An object or list while it is being read; then it is used for another.</summary>
internal sealed class Container
{
    private readonly List<JsonProperty> _properties = [];
    private readonly List<JsonNode> _items = [];
    private JsonPath _path = JsonPath.Root;
    private int _keyStart;

    public int Start { get; private set; }

    public bool IsObject { get; private set; }

    /// <summary>The key that waits for its value.</summary>
    public string? WaitingKey { get; private set; }

    public bool IsEmpty => _properties.Count + _items.Count == 0;

    public JsonPath NextPath
    {
        get
        {
            if (!IsObject)
                return _path.At(_items.Count);
            return WaitingKey is { } key ? _path.At(key) : _path;
        }
    }

    /// <summary>Begins an object or list.</summary>
    public void Open(JsonPath path, int start, bool isObject)
    {
        (_path, Start, IsObject, WaitingKey) = (path, start, isObject, null);
        _properties.Clear();
        _items.Clear();
    }

    public void Key(string name, int keyStart) => (WaitingKey, _keyStart) = (name, keyStart);

    public void Add(JsonNode node)
    {
        if (!IsObject)
            _items.Add(node);
        else if (WaitingKey is { } key)
            _properties.Add(new JsonProperty(key, _keyStart, node));
        WaitingKey = null;
    }

    public JsonNode Close(SourceText source, int end) =>
        IsObject ? new JsonObject([.. _properties], source, _path, Start, end) : new JsonArray([.. _items], source, _path, Start, end);
}
