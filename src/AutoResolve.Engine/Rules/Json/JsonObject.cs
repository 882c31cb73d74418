namespace AutoResolve.Rules.Json;

/// <summary>An object. A key that stands twice is twice in <paramref name="Properties"/>.</summary>
internal sealed record JsonObject(JsonProperty[] Properties, SourceText Source, JsonPath Path, int Start, int End)
    : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "an object";

    /// <summary>The first property of that key.</summary>
    public JsonProperty? Find(string key)
    {
        foreach (var property in Properties)
        {
            if (property.Key == key)
                return property;
        }

        return null;
    }
}
