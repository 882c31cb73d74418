namespace AutoResolve.Journaling;

/// <summary>How often automation may write to somebody, as the journal keeps it.</summary>
/// <param name="Counters">What counts, each by the groups of entries that it may have, the one that is written first.</param>
/// <param name="Max">At most so many messages a day, by each of them.</param>
internal sealed record QuotaRecord(IReadOnlyList<IReadOnlyList<string>> Counters, int Max);
