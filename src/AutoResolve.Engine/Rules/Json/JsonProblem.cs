namespace AutoResolve.Rules.Json;

/// <summary>Why a text is not JSON.</summary>
internal sealed record JsonProblem(JsonProblemKind Kind, int Offset, JsonPath Path, string Message);
