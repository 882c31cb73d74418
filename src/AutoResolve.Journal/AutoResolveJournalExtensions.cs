using System.Text.RegularExpressions;
using AutoResolve;
using AutoResolve.Journal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds durable journals.</summary>
public static class AutoResolveJournalExtensions
{
    private static readonly Regex SchemaName = new("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Keeps the journal in one SQLite file; it and its folder are created where they are missing. The processes of one machine may share it; it must not be on a network drive.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file. A relative path starts at the current folder.</param>
    /// <returns>The builder.</returns>
    public static AutoResolveBuilder UseSqliteJournal(this AutoResolveBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.UseJournal(_ => new SqliteJournal(path));
    }

    /// <summary>Keeps the journal in PostgreSQL; its schema and tables are created where they are missing. Any number of hosts may share it.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">How to connect, as Npgsql takes it.</param>
    /// <param name="schema">The schema: small letters, digits and underscores.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="schema"/> is no such name.</exception>
    public static AutoResolveBuilder UsePostgresJournal(this AutoResolveBuilder builder, string connectionString, string schema = "autoresolve")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ArgumentNullException.ThrowIfNull(schema);
        if (!SchemaName.IsMatch(schema))
            throw new ArgumentException("A schema is named with small letters, digits and underscores, and begins with a letter.", nameof(schema));
        return builder.UseJournal(_ => new PostgresJournal(connectionString, schema));
    }
}
