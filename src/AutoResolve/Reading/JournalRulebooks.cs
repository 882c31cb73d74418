using AutoResolve.Journaling;
using AutoResolve.Rules;
using AutoResolve.Sources;

namespace AutoResolve.Reading;

/// <summary>The rules that a journal keeps beside its decisions. Writes nothing.</summary>
public static class JournalRulebooks
{
    // The host that ran them allowed their expressions and had their handlers; here nothing is decided or done.
    private static readonly RulebookOptions OnlyLookedAt = new() { AllowExpressions = true, ExpressionParser = new UnreadExpressions() };

    /// <summary>The rules of a revision.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="revision">The revision, such as <see cref="JournalEntry.RulebookRevision"/>.</param>
    /// <param name="options">How the host read them. Default: they are only looked at, so that any expression is taken and none
    /// holds.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null where they were not kept.</returns>
    /// <exception cref="JournalException">The journal cannot be read, or the rules do not load any more.</exception>
    public static async ValueTask<Rulebook?> FindAsync(
        IJournal journal,
        string revision,
        RulebookOptions? options = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentException.ThrowIfNullOrEmpty(revision);
        var kept = await journal.FindRulebookAsync(revision, cancellationToken).ConfigureAwait(false);
        return kept is { } archive ? Load(archive, revision, options ?? OnlyLookedAt, timeProvider) : null;
    }

    /// <summary>The rules by which the last issue before a time was decided, to be looked at: no expression of theirs holds.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="before">The time.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null where they were not kept, or do not load any more.</returns>
    /// <exception cref="JournalException">The journal cannot be read.</exception>
    public static async ValueTask<Rulebook?> FindLastAsync(
        IJournal journal,
        DateTimeOffset before,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        if (await FindRevisionAsync(journal, before, cancellationToken).ConfigureAwait(false) is not { } revision)
            return null;
        if (await journal.FindRulebookAsync(revision, cancellationToken).ConfigureAwait(false) is not { } archive)
            return null;
        try
        {
            return Load(archive, revision, OnlyLookedAt, timeProvider);
        }
        catch (JournalException)
        {
            return null;
        }
    }

    /// <exception cref="JournalException">It is damaged, or does not load any more.</exception>
    internal static Rulebook Load(ReadOnlyMemory<byte> archive, string revision, RulebookOptions options, TimeProvider? timeProvider)
    {
        var result = Rulebook.TryBuild(
            new RuleFileSet(RulebookArchive.Unpack(archive)),
            new RulebookOptions
            {
                AllowExpressions = options.AllowExpressions,
                ExpressionParser = options.ExpressionParser,
                DefaultLocale = options.DefaultLocale,
                ReadLanguage = options.ReadLanguage,
            },
            new RulebookPurpose { AnyHandler = true, Lint = false },
            timeProvider
        );
        return result.Rulebook
            ?? throw new JournalException(
                $"The rules of revision {revision} do not load any more: "
                    + $"{result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}"
            );
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
