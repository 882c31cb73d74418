using AutoResolve.Rules;

namespace AutoResolve.Json.Reading;

/// <summary>Reads the keys of one object. Unknown keys are reported at once, missing ones when they are asked for.</summary>
internal sealed class ObjectReader
{
    private readonly ObjectSchema _shape;
    private readonly Problems _problems;
    private HashSet<string>? _misspelt;

    private ObjectReader(JsonObject node, ObjectSchema shape, Problems problems) => (Node, _shape, _problems) = (node, shape, problems);

    public JsonObject Node { get; }

    /// <returns>Null, and a problem reported, where the value is no object.</returns>
    /// <param name="node">The value.</param>
    /// <param name="shape">What keys it may have.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="misplaced">What to do about keys that belong elsewhere; where null, what the shape says.</param>
    public static ObjectReader? Open(
        JsonNode? node,
        ObjectSchema shape,
        Problems problems,
        IReadOnlyDictionary<string, string>? misplaced = null
    )
    {
        if (node is null)
            return null;
        if (node is not JsonObject value)
        {
            problems.Add(node, ReadingCodes.WrongKind, $"{node.Subject()} must be an object in braces {{ }}, not {node.Kind}.");
            return null;
        }

        var reader = new ObjectReader(value, shape, problems);
        foreach (var property in value.Properties)
        {
            if (!shape.Has(property.Key) && !IsOwn(property.Key))
                reader.ReportUnknown(property, misplaced ?? shape.Misplaced);
        }

        return reader;
    }

    /// <summary>Keys that begin so are the author's.</summary>
    public static bool IsOwn(string key) => key.StartsWith("x-", StringComparison.Ordinal);

    public JsonNode? Find(string key) => Node.Find(key)?.Value;

    /// <param name="key">The key.</param>
    /// <param name="example">What could be added, for the message: <c>"title": "…"</c>.</param>
    public JsonNode? Require(string key, string example)
    {
        var node = Find(key);
        if (node is null && _misspelt?.Contains(key) != true)
            _problems.Add(Node, ReadingCodes.MissingKey, $"'{key}' is missing in {_shape.Name}: add {example}.");
        return node;
    }

    private void ReportUnknown(JsonProperty property, IReadOnlyDictionary<string, string> misplaced)
    {
        var message = $"Unknown key {JsonQuote.Short(property.Key)} in {_shape.Name}.";
        if (misplaced.TryGetValue(property.Key, out var advice))
        {
            _problems.Add(property.Location, ReadingCodes.UnknownKey, $"{message} {advice}");
            return;
        }

        var suggestion = property.Key.Length > NameForm.Longest ? null : Spelling.Closest(property.Key, _shape.Keys);
        if (suggestion is null)
            message += $" Known are {string.Join(", ", _shape.Keys)}. A key of your own begins with 'x-'.";
        else
            (_misspelt ??= []).Add(suggestion);
        _problems.Add(property.Location, ReadingCodes.UnknownKey, message, suggestion);
    }
}
