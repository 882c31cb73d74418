namespace AutoResolve.Journaling;

/// <summary>What the journal keeps of an intent, a result or an approval: which action of which decision.</summary>
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

    /// <summary>Who approved it; null where it is no approval.</summary>
    public string? By { get; init; }

    /// <summary>Until when it can be approved; null where it is no request.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The team whose approval it waits for; null where none is known, or it is no request.</summary>
    public string? Owner { get; init; }
}
