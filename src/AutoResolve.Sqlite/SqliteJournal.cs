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

    /// <summary>
    /// Takes out of a journal the cases that are nobody's any more and about which nothing was written since a time, with all their
    /// entries, also while hosts write to it. Reports and records then count what is left: keep the figures of that time first
    /// (<c>autoresolve journal prune</c> does). A turn of such a case that is delivered again is a new one. The room is used again; the
    /// file does not become smaller.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="before">The time.</param>
    /// <param name="by">Who prunes: an id, not a name. It is kept.</param>
    /// <param name="timeProvider">The clock. Default: the system's.</param>
    /// <param name="cancellationToken">Stops it; what was taken out is. Pruning again goes on.</param>
    /// <exception cref="ArgumentException">The time is less than <see cref="JournalPruning.MinAge"/> ago, or a text is blank.</exception>
    /// <exception cref="JournalException">There is no journal of this version, or it cannot be written.</exception>
    public static async Task<JournalPruning> PruneAsync(
        string path,
        DateTimeOffset before,
        string by,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var time = PruningTime.Checked(before, timeProvider ?? TimeProvider.System);
        var database = new SqliteDatabase(path, ReadLockTime, timeProvider);
        await using var closing = database.ConfigureAwait(false);
        return await database.PruneAsync(time, by, cancellationToken).ConfigureAwait(false);
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
