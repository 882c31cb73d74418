using AutoResolve.Journaling;

namespace AutoResolve.Shared.Journals;

/// <summary>The time before which a journal is pruned.</summary>
internal static class PruningTime
{
    /// <summary>The time, which is none that is still needed.</summary>
    /// <exception cref="ArgumentException">It is less than <see cref="JournalPruning.MinAge"/> ago.</exception>
    public static DateTimeOffset Checked(DateTimeOffset before, TimeProvider clock) =>
        clock.GetUtcNow() - before >= JournalPruning.MinAge
            ? before
            : throw new ArgumentException(
                $"What is less than {JournalPruning.MinAge.TotalDays} days old is needed: name an earlier time.",
                nameof(before)
            );
}
