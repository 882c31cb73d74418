using AutoResolve.Shared.Journals;

namespace AutoResolve.Postgres;

/// <summary>
/// The statements by which a group is written. Their texts are always the same, however many write, so that the server prepares them once.
/// </summary>
/// <remarks>
/// What is written is given as arrays, one for each column. Subqueries that end in LIMIT are looked up by the index row by row, whatever
/// the statistics say of a table that has just grown.
/// NOT IN is evaluated once as a hash.
/// </remarks>
internal static class PostgresStatements
{
    /// <remarks>READ COMMITTED, whatever the server's default: each statement after the lock sees what was committed by whoever had it
    /// before.</remarks>
    public const string Begin = "BEGIN ISOLATION LEVEL READ COMMITTED";

    public const string Commit = "COMMIT";

    /// <summary>
    /// Nobody else writes until the end: sequences are drawn before they are committed, and a reader could see 8 before 7 is there, and
    /// never read 7.
    /// </summary>
    public static readonly string Lock = Read("lock");

    /// <summary>Writes entries alone.</summary>
    public static readonly string WriteEntries = Read("write-entries");

    /// <summary>Writes entries and changes of cases.</summary>
    public static readonly string WriteEntriesAndCases = Read("write-entries-and-cases");

    /// <summary>Writes entries and changes of cases, and fails as a whole where a key is taken.</summary>
    public static readonly string WriteNewEntriesAndCases = Read("write-entries-and-cases", taken: "none-taken");

    /// <summary>Renews leases.</summary>
    public static readonly string Renew = Read("renew");

    private static string Read(string name, string taken = "taken") =>
        SqlFile.Read(
            $"Statements/{name}.sql",
            ("taken", Part(taken)),
            ("written", Part("written")),
            ("answer", Part("answer")),
            ("leaseEnd", "clock_timestamp() + o.lease * interval '1 millisecond'")
        );

    private static string Part(string name) => SqlFile.Read($"Statements/{name}.sql").TrimEnd();
}
