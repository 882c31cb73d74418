namespace AutoResolve;

/// <summary>What became of one planned action.</summary>
public sealed record ActionReport
{
    /// <summary>The name of the handler.</summary>
    public required string Handler { get; init; }

    /// <summary>The action's idempotency key, by which it is approved.</summary>
    public required string Key { get; init; }

    /// <summary>What became of it.</summary>
    public required ActionState State { get; init; }

    /// <summary>What a person should know about it; null where nothing.</summary>
    public string? Message { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How long it took. It is measured, so it differs where the same is done twice.</summary>
    public TimeSpan Elapsed { get; init; }
}
