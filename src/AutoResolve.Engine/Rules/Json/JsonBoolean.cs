namespace AutoResolve.Rules.Json;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record JsonBoolean(bool Value, SourceText Source, JsonPath Path, int Start, int End) : JsonNode(Source, Path, Start, End)
{
    public override string Kind => Value ? "true" : "false";
}
