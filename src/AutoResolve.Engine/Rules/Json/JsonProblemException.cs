namespace AutoResolve.Rules.Json;

/// <summary>Leaves the reading of a text; caught where it began.</summary>
internal sealed class JsonProblemException(JsonProblem problem) : Exception(problem.Message)
{
    public JsonProblem Problem { get; } = problem;
}
