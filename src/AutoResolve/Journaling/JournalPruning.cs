namespace AutoResolve.Journaling;

/// <summary>What was taken out of a journal, since it was old.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Entries">How many entries of theirs.</param>
public sealed record JournalPruning(long Cases, long Entries)
{
    /// <summary>The least that must have gone by since the time before which is pruned: 31 days. Windows of once per month, answers that
    /// are followed and approvals look back as far.</summary>
    public static readonly TimeSpan MinAge = TimeSpan.FromDays(31);
}
