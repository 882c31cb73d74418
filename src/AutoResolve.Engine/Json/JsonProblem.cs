namespace AutoResolve.Json;

/// <summary>Why a text is not JSON.</summary>
internal sealed record JsonProblem(JsonProblemKind Kind, int Offset, JsonPath Path, string Message);

/// <summary>What kind of problem makes a text unreadable.</summary>
internal enum JsonProblemKind
{
    Syntax = 0,
    TooDeep,
}

/// <summary>Leaves the reading of a text; caught where it began.</summary>
internal sealed class JsonProblemException(JsonProblem problem) : Exception(problem.Message)
{
    public JsonProblem Problem { get; } = problem;
}
