namespace AutoResolve.Journaling;

/// <summary>What the journal keeps of an intent or a result: which action of which decision.</summary>
internal sealed record ActionContent
{
    public required string Handler { get; init; }
    public required string Key { get; init; }

    /// <summary>The key of the decision's entry.</summary>
    public required string Decision { get; init; }
    public required int Index { get; init; }
    public string? Message { get; init; }
    public int Attempts { get; init; }
    public double Milliseconds { get; init; }
}
