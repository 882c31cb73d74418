namespace AutoResolve.Testing;

/// <summary>One call of a <see cref="FakeTicketSystem"/>.</summary>
public sealed record TicketCall
{
    /// <summary>Its place among all calls of that system, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What was told.</summary>
    public required TicketCallKind Kind { get; init; }

    /// <summary>The case.</summary>
    public required CaseReference Case { get; init; }

    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>The team that gets the case; null where none is named.</summary>
    public string? Team { get; init; }

    /// <summary>The tier, of a route; null where none is named.</summary>
    public int? Tier { get; init; }

    /// <summary>What was handed over; null where words were given.</summary>
    public Handover? Handover { get; init; }

    /// <summary>What a later turn brought; null where nothing was added to a ticket.</summary>
    public CaseUpdate? Update { get; init; }

    /// <summary>The words to file under; empty where none were given.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the call threw, as it was told to; null where it did what it was asked.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The organisation served; null where the host serves one.</summary>
    public string? Tenant => Case.Tenant;
}
