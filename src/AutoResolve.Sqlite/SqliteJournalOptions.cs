namespace AutoResolve.Sqlite;

/// <summary>How a journal in SQLite is used. All of these are read once at start.</summary>
public sealed class SqliteJournalOptions
{
    /// <summary>
    /// How long an append waits for its turn and for the disk, 1 second to 1 day; afterwards it fails, and where its writing had begun it
    /// is not known whether it is written. 15 seconds.
    /// </summary>
    public TimeSpan AppendTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
