namespace AutoResolve.Rules.Json;

/// <summary>A text.</summary>
internal sealed record JsonString(string Value, SourceText Source, JsonPath Path, int Start, int End) : JsonNode(Source, Path, Start, End)
{
    public override string Kind => "a text";

    public Located<string> Located => new(Value, Location) { Literal = End - Start == Value.Length + 2 ? null : Raw };
}
