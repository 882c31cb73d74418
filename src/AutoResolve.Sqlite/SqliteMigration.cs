using System.Data.Common;
using AutoResolve.Journaling;
using AutoResolve.Shared.Journals;
using AutoResolve.Shared.Journals.Migration;

namespace AutoResolve.Sqlite;

/// <summary>Fills the tables of the second schema in SQLite.</summary>
internal sealed class SqliteMigration(DbConnection connection, DbTransaction transaction, SqlDialect dialect, JournalSecret secret)
    : FirstSchemaMigration(connection, transaction, dialect, secret)
{
    /// <summary>Puts the old table out of the way of the new one.</summary>
    public static readonly string PutAside = SqlFile.Read("Statements/put-aside.sql");

    /// <summary>Drops the old table, and writes down that what was in it has yet to be overwritten.</summary>
    public const string Finish = $"DROP TABLE {OldEntries}; CREATE TABLE remains_of_first_schema (id INTEGER);";

    public const string HasRemains = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'remains_of_first_schema')";

    /// <summary>
    /// Writes the log into the file and empties it; the first column of what it tells is whether somebody was in its way.
    /// </summary>
    public const string Checkpoint = "PRAGMA wal_checkpoint(TRUNCATE)";

    public const string EndPurge = "DROP TABLE IF EXISTS remains_of_first_schema";

    /// <summary>Builds the file anew, without what is free in it.</summary>
    public static readonly IReadOnlyList<string> Purge = [Checkpoint, "VACUUM"];

    private static readonly string InsertEntry = SqlFile.Read("Statements/migrate-entry.sql");

    private static readonly string InsertCase = SqlFile.Read("Statements/migrate-case.sql");

    protected override Task InsertEntriesAsync(IReadOnlyList<EntryRow> rows) => ExecuteAsync(InsertEntry, rows);

    protected override Task InsertCasesAsync(IReadOnlyList<MigratedCase> cases) =>
        ExecuteAsync(
            InsertCase,
            cases.Select(made => new
            {
                made.Row.Tenant,
                made.Row.IssueId,
                made.Row.Version,
                made.Row.Owner,
                made.Row.Team,
                made.Row.RequesterKey,
                until = made.IsLapsed ? 1L : (long?)null,
                made.Row.Content,
            })
        );
}
