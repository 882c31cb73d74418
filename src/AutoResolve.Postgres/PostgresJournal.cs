using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Postgres;

/// <summary>Journals in PostgreSQL, without a host.</summary>
public static class PostgresJournal
{
    /// <summary>
    /// Opens a journal to read it, also while hosts write to it: nothing is created, migrated or written, and no secret is needed. Whatever
    /// would write throws <see cref="JournalException"/>; so does reading where there is no journal. Dispose of it after use.
    /// </summary>
    /// <param name="connectionString">How to connect, as Npgsql takes it.</param>
    /// <param name="schema">The schema: small letters, digits and underscores, a letter or underscore first.</param>
    /// <param name="logger">Is warned of a journal of an older version; null for nobody.</param>
    /// <returns>The journal, which also counts figures.</returns>
    /// <exception cref="ArgumentException">The connection string or the schema is none.</exception>
    public static IDurableJournal OpenRead(string connectionString, string schema = "autoresolve", ILogger? logger = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        if (PostgresJournalOptionsValidator.ProblemOfSchema(schema) is { } problem)
            throw new ArgumentException(problem, nameof(schema));
        var database = new PostgresDatabase(connectionString, new PostgresJournalOptions { Schema = schema });
        return new DatabaseJournal(database, appendTimeout: null, logger);
    }

    /// <summary>
    /// Takes out of a journal the cases that are nobody's any more and about which nothing was written since a time, with all their
    /// entries, also while hosts write to it. Reports and records then count what is left: keep the figures of that time first
    /// (<c>autoresolve journal prune</c> does). A turn of such a case that is delivered again is a new one.
    /// </summary>
    /// <param name="connectionString">How to connect, as Npgsql takes it.</param>
    /// <param name="before">The time.</param>
    /// <param name="by">Who prunes: an id, not a name. It is kept.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="cancellationToken">Stops it; what was taken out is. Pruning again goes on.</param>
    /// <exception cref="ArgumentException">The time is less than <see cref="JournalPruning.MinAge"/> ago, or a text is blank or no
    /// schema.</exception>
    /// <exception cref="JournalException">There is no journal of this version, or it cannot be written.</exception>
    public static async Task<JournalPruning> PruneAsync(
        string connectionString,
        DateTimeOffset before,
        string by,
        string schema = "autoresolve",
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (PostgresJournalOptionsValidator.ProblemOfSchema(schema) is { } problem)
            throw new ArgumentException(problem, nameof(schema));
        var time = PruningTime.Checked(before, timeProvider ?? TimeProvider.System);
        var database = new PostgresDatabase(connectionString, new PostgresJournalOptions { Schema = schema });
        await using var closing = database.ConfigureAwait(false);
        return await PostgresPruner.PruneAsync(database, schema, time, by, cancellationToken).ConfigureAwait(false);
    }

    internal static DatabaseJournal Open(string connectionString, PostgresJournalOptions options, ILogger? logger = null) =>
        new(new PostgresDatabase(connectionString, options), options.AppendTimeout, logger);
}
