using AutoResolve.Journaling;

namespace AutoResolve.Cli.Figures;

/// <summary>The rules that a journal keeps beside its decisions.</summary>
internal static class JournalRulebook
{
    /// <summary>The rules by which the last issue before a time was decided.</summary>
    /// <returns>Null where they were not kept, or cannot be loaded.</returns>
    public static async Task<Rulebook?> FindAsync(IJournal journal, DateTimeOffset before, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var newest = new JournalQuery { Kinds = [JournalEntryKind.Decision], Before = before, NewestFirst = true, Limit = 1 };
        await foreach (var decision in journal.ReadAsync(newest, cancellationToken))
        {
            if (decision.RulebookRevision is not { } revision || await journal.FindRulebookAsync(revision, cancellationToken) is not { } archive)
                return null;

            try
            {
                // The host that ran them allowed their expressions and had their handlers; here nothing is decided or done.
                return Rulebook.TryLoad(RulebookArchive.Unpack(archive), new RulebookOptions { AllowExpressions = true, AnyHandler = true }, timeProvider).Rulebook;
            }
            catch (JournalException)
            {
                return null;
            }
        }

        return null;
    }
}
