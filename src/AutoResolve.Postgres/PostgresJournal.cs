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

    internal static DatabaseJournal Open(string connectionString, PostgresJournalOptions options, ILogger? logger = null) =>
        new(new PostgresDatabase(connectionString, options), options.AppendTimeout, logger);
}
