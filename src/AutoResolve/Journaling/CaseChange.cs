namespace AutoResolve.Journaling;

/// <summary>A change of a case, written together with entries or not at all.</summary>
/// <remarks>A compare-and-swap: it is refused where the case has another version, so that of several hosts one goes on, and what a host
/// writes after another has taken its case up never counts.</remarks>
public sealed record CaseChange
{
    /// <summary>The case as it is from now on. Its version is one more than <see cref="ExpectedVersion"/>, whatever it says.</summary>
    public required CaseRecord Case { get; init; }

    /// <summary>The version that it must have; 0 where there must be no such case yet.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>
    /// Whether it is refused while a lease is in force. For whoever takes a case up; who holds the lease goes on without.
    /// </summary>
    public bool TakesUp { get; init; }

    /// <summary>How long from now on, by the journal's clock, no other host may take it up; null to let it go.</summary>
    public TimeSpan? Lease { get; init; }
}
