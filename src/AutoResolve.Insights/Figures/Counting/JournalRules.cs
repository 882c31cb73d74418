using AutoResolve.Journaling;
using AutoResolve.Sources;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>The rules that a journal keeps beside its decisions. Writes nothing.</summary>
internal static class JournalRules
{
    /// <summary>The rules by which the last issue before a time was decided.</summary>
    /// <returns>Null where they were not kept, or cannot be loaded.</returns>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async Task<Rulebook?> FindAsync(
        IJournal journal,
        DateTimeOffset before,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        if (await FindRevisionAsync(journal, before, cancellationToken).ConfigureAwait(false) is not { } revision)
            return null;
        if (await journal.FindRulebookAsync(revision, cancellationToken).ConfigureAwait(false) is not { } archive)
            return null;
        try
        {
            // The host that ran them allowed their expressions and had their handlers; here nothing is decided or done.
            return Rulebook
                .TryBuild(
                    new RuleFileSet(RulebookArchive.Unpack(archive)),
                    new RulebookOptions { AllowExpressions = true, ExpressionParser = new UnreadExpressions() },
                    new RulebookPurpose { AnyHandler = true, Lint = false },
                    timeProvider
                )
                .Rulebook;
        }
        catch (JournalException)
        {
            return null;
        }
    }

    // The last one says it, but in a journal that was written by hand.
    private static async Task<string?> FindRevisionAsync(IJournal journal, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var last = new JournalQuery
        {
            Kinds = [JournalEntryKind.Decision],
            Before = before,
            NewestFirst = true,
        };
        foreach (var query in (JournalQuery[])[last with { Limit = 1 }, last])
        {
            await foreach (var entry in journal.ReadAsync(query, cancellationToken).ConfigureAwait(false))
            {
                if (entry.RulebookRevision is { } revision)
                    return revision;
            }
        }

        return null;
    }
}
