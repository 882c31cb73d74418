namespace AutoResolve.Rules.Json;

/// <summary>A key and its value. <paramref name="Start"/> is where the key begins.</summary>
internal sealed record JsonProperty(string Key, int Start, JsonNode Value)
{
    /// <summary>Where the key stands.</summary>
    public SourceLocation Location => Value.Source.Locate(Start, Value.Path);
}
