namespace AutoResolve.Rules.Json;

/// <summary>A number.</summary>
internal sealed record JsonNumber(decimal Value, SourceText Source, JsonPath Path, int Start, int End) : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "a number";
}
