namespace AutoResolve.Rules.Json;

/// <summary>A list.</summary>
internal sealed record JsonArray(JsonNode[] Items, SourceText Source, JsonPath Path, int Start, int End)
    : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "a list";
}
