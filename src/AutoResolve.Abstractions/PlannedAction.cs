namespace AutoResolve;

/// <summary>An action that a rule wants carried out, with its values filled in.</summary>
public sealed record PlannedAction
{
    /// <summary>The name of the handler that carries it out.</summary>
    public required string Handler { get; init; }

    /// <summary>Its parameters by name: strings, numbers (<see cref="long"/> or <see cref="double"/>), booleans, null, and lists and dictionaries of these.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();
}
