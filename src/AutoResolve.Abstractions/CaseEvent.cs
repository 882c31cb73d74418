namespace AutoResolve;

/// <summary>What happened to a case outside of automation, told by the host: teams, ticket systems, mail servers. Equal by value.</summary>
public sealed record CaseEvent
{
    /// <summary>
    /// Identifies the event in its case. The same id again is the same event. Required; not blank, at most
    /// <see cref="Issue.MaxIdLength"/> characters.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>What happened.</summary>
    public required CaseEventKind Kind { get; init; }

    /// <summary>
    /// The team that has it now, by its name, for <see cref="CaseEventKind.Reassigned"/>; else null. At most 100 characters, without
    /// control characters and addresses of mail: the journal keeps it as it is.
    /// </summary>
    public string? Team { get; init; }

    /// <summary>The case that it is part of now, for <see cref="CaseEventKind.Merged"/>; else null.</summary>
    public CaseReference? Into { get; init; }

    /// <summary>
    /// The idempotency key that the channel got with the message, for <see cref="CaseEventKind.Undelivered"/>; null where it is not known.
    /// </summary>
    public string? MessageKey { get; init; }

    /// <summary>When it happened, where known.</summary>
    public DateTimeOffset? At { get; init; }

    // It is logged.
    /// <inheritdoc />
    public override string ToString() => $"{Id}: {Kind}";
}
