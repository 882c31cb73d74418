namespace AutoResolve.Journaling;

/// <summary>Which cases to read: those for which all that is set holds. By tenant, then by issue id, both ordinally.</summary>
public sealed record CaseQuery
{
    /// <summary>With this owner.</summary>
    public CaseOwner? Owner { get; init; }

    /// <summary>Only those that are not closed: somebody or a host has to move.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Of this team.</summary>
    public string? Team { get; init; }

    /// <summary>Of this organisation; empty for those of none, null for all.</summary>
    public string? Tenant { get; init; }

    /// <summary>Only those whose host let its lease lapse, by the journal's clock.</summary>
    public bool IsLapsed { get; init; }

    /// <summary>Due at or before this time, and with no lease in force.</summary>
    public DateTimeOffset? DueUntil { get; init; }

    /// <summary>Of this requester.</summary>
    public string? RequesterKey { get; init; }

    /// <summary>After this case in the order.</summary>
    public CaseReference? After { get; init; }

    /// <summary>At most so many; null for all.</summary>
    public int? Limit { get; init; }
}
