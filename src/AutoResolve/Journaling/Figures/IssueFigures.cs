namespace AutoResolve.Journaling.Figures;

/// <summary>The counts of issues.</summary>
/// <param name="Counts">Those of issues that are alike.</param>
public sealed record IssueFigures(IReadOnlyList<IssueCount> Counts)
{
    /// <summary>The sequences of the entries that cannot be read and are not counted.</summary>
    public IReadOnlyList<long> Unreadable { get; init; } = [];

    /// <summary>The time of the journal's first entry, or of an earlier issue among those counted; null where there is none.</summary>
    public DateTimeOffset? KnownSince { get; init; }
}
