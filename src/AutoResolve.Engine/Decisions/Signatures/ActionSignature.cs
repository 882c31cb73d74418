namespace AutoResolve.Decisions.Signatures;

/// <summary>What is known of a handler without calling it.</summary>
internal sealed record ActionSignature
{
    public required string Name { get; init; }
    public required ActionSafety Safety { get; init; }
    public required bool IsIdempotent { get; init; }
    public bool CanVerify { get; init; }
    public bool CanUndo { get; init; }
    public bool SupportsDryRun { get; init; }
    public required ParameterShape Parameters { get; init; }
}
