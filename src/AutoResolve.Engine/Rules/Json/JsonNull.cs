namespace AutoResolve.Rules.Json;

/// <summary><c>null</c>.</summary>
internal sealed record JsonNull(SourceText Source, JsonPath Path, int Start, int End) : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "null";
}
