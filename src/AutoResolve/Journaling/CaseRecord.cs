namespace AutoResolve.Journaling;

/// <summary>
/// Where a case stands: the one row that a journal has of it, beside the entries that tell how it came there. Holds no personal data.
/// </summary>
public sealed record CaseRecord
{
    /// <summary>The case.</summary>
    public required CaseReference Reference { get; init; }

    /// <summary>How often it was written: 1 after the first time. What is written must say the version that it changes.</summary>
    public long Version { get; init; }

    /// <summary>Who has to move next.</summary>
    public required CaseOwner Owner { get; init; }

    /// <summary>The team that has it; null where none is known, or another owner has it.</summary>
    public string? Team { get; init; }

    /// <summary>When it is to be taken up again, by the clocks of hosts; null where nothing is waited for.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What <see cref="Due"/> is for, a short word; null where there is none.</summary>
    public string? DueFor { get; init; }

    /// <summary>The calendar of business hours by which <see cref="Due"/> was reckoned; null for the clock.</summary>
    public string? Calendar { get; init; }

    /// <summary>A keyed hash of who asked, so that all that is kept of a person can be found; null where nobody is named.</summary>
    public string? RequesterKey { get; init; }

    /// <summary>Whether a host's lease of it is in force, by the journal's clock. Set when it is read.</summary>
    public bool IsLeased { get; init; }

    /// <summary>The rest, as JSON.</summary>
    public string Content { get; init; } = "{}";
}
