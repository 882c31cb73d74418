namespace AutoResolve.Journaling;

/// <summary>What the journal keeps of a turn that was not decided by itself.</summary>
internal sealed record TurnContent
{
    /// <summary>The turn; null where the issue itself was delivered.</summary>
    public TurnRecord? Turn { get; init; }

    /// <summary>What of the turn redaction changed.</summary>
    public IReadOnlyList<string> Masked { get; init; } = [];

    /// <summary>The key of the decision that heard it; null where it waits for its case.</summary>
    public string? Decision { get; init; }
}
