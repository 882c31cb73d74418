namespace AutoResolve.Journaling;

/// <summary>An action as the journal keeps it.</summary>
internal sealed record ActionRecord
{
    public required string Handler { get; init; }
    public required string Key { get; init; }
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>Whether its values are whole, with nothing masked, so that it can be run again from here.</summary>
    public required bool IsWhole { get; init; }
}
