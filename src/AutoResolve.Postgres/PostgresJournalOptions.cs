namespace AutoResolve.Postgres;

/// <summary>How a journal in PostgreSQL is used. All of these are read once at start.</summary>
public sealed class PostgresJournalOptions
{
    /// <summary>The schema: small letters, digits and underscores, a letter or underscore first. <c>autoresolve</c>.</summary>
    public string Schema { get; set; } = "autoresolve";

    /// <summary>
    /// The secrets that all hosts of the journal share; the first is the one that is used. To change it, first give the new one to all
    /// hosts as the second, then put it first.
    /// </summary>
    public IList<JournalSecretOptions> Secrets { get; } = [];

    /// <summary>
    /// How long an append waits for its turn and for the server, 1 second to 1 day; afterwards it fails, and where its writing had begun it
    /// is not known whether it is written. 15 seconds.
    /// </summary>
    public TimeSpan AppendTimeout { get; set; } = TimeSpan.FromSeconds(15);
}
