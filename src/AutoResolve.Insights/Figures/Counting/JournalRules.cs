using AutoResolve.Journal;
using AutoResolve.Journaling;
using Dapper;

namespace AutoResolve.Insights.Figures.Counting;

/// <summary>The rules that a journal keeps beside its decisions. Writes nothing, and reads no content of entries.</summary>
internal static class JournalRules
{
    private const string Revision =
        "SELECT rulebook_revision FROM entries WHERE kind = 1 AND at < @before AND rulebook_revision IS NOT NULL "
        + "ORDER BY sequence DESC LIMIT 1";

    /// <summary>The rules by which the last issue before a time was decided.</summary>
    /// <returns>Null where they were not kept, or cannot be loaded.</returns>
    /// <exception cref="JournalException">The journal is in no database, or cannot be read.</exception>
    public static async Task<Rulebook?> FindAsync(
        IJournal journal,
        DateTimeOffset before,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        var archive = await SqlDialect
            .Of(journal)
            .Journal.ReadOnlyAsync(
                connection =>
                    connection.QueryFirstOrDefaultAsync<byte[]>(
                        new CommandDefinition(
                            $"SELECT archive FROM rulebooks WHERE revision = ({Revision})",
                            new { before = EntryRow.TextOf(before) },
                            cancellationToken: cancellationToken
                        )
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (archive is null)
            return null;
        try
        {
            // The host that ran them allowed their expressions and had their handlers; here nothing is decided or done.
            return Rulebook
                .TryLoad(
                    RulebookArchive.Unpack(archive),
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
}
