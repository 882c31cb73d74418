namespace AutoResolve.Json;

/// <summary>A JSON text as a tree. Comments are kept beside it.</summary>
internal sealed record JsonTree(SourceText Source, JsonNode Root, JsonComments Comments);
