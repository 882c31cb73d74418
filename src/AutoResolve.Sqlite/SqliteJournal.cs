using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using Microsoft.Extensions.Logging;

namespace AutoResolve.Sqlite;

/// <summary>Journals in SQLite files, without a host.</summary>
public static class SqliteJournal
{
    private static readonly TimeSpan ReadLockTime = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Opens a journal to read it, also while hosts write to it: nothing is created, migrated or written, and no secret is needed. Whatever
    /// would write throws <see cref="JournalException"/>; so does reading where there is no journal. Dispose of it after use.
    /// </summary>
    /// <param name="path">The file. A relative path starts at the current folder.</param>
    /// <param name="logger">Is warned of a journal of an older version; null for nobody.</param>
    /// <returns>The journal, which also counts figures.</returns>
    public static IDurableJournal OpenRead(string path, ILogger? logger = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new DatabaseJournal(new SqliteDatabase(path, ReadLockTime), appendTimeout: null, logger);
    }

    // Less than an append waits, so that it is told why.
    internal static TimeSpan LockTimeOf(SqliteJournalOptions options) =>
        TimeSpan.FromSeconds(Math.Max(1, (int)(options.AppendTimeout.TotalSeconds * 0.8)));

    internal static DatabaseJournal Open(
        string path,
        SqliteJournalOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger? logger = null
    )
    {
        options ??= new SqliteJournalOptions();
        return new DatabaseJournal(new SqliteDatabase(path, LockTimeOf(options), timeProvider, logger), options.AppendTimeout, logger);
    }
}
