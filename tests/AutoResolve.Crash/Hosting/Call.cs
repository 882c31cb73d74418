namespace AutoResolve.Crash.Hosting;

/// <summary>One call of a handler, the answer channel or the ticket system.</summary>
internal sealed record Call
{
    /// <summary>The host that called.</summary>
    public required string Host { get; init; }

    /// <summary>What was called: the handler's name.</summary>
    public required string Kind { get; init; }

    public required string Case { get; init; }

    /// <summary>What the callee was told of the turn that it is about; null where it is not told.</summary>
    public string? About { get; init; }

    /// <summary>What was to be done, said or asked, or for which team.</summary>
    public required string Content { get; init; }

    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>When the host had last made sure that the case was its own.</summary>
    public required long Held { get; init; }

    /// <summary>When it began, by the machine's clock that is never set.</summary>
    public required long Begun { get; init; }

    /// <summary>When the journal was looked into, after that.</summary>
    public long Seen { get; init; }

    /// <summary>Whether its intent was in the journal then.</summary>
    public required bool SawIntent { get; init; }

    /// <summary>Whether its result was in the journal then.</summary>
    public bool SawResult { get; init; }

    /// <summary>What a person was told of each action, by its key; empty where the callee is no person.</summary>
    public IReadOnlyDictionary<string, ActionState> Told { get; init; } = new Dictionary<string, ActionState>();
}
