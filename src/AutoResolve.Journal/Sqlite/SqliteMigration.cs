using System.Data.Common;
using AutoResolve.Journal.Migration;
using AutoResolve.Journaling;

namespace AutoResolve.Journal.Sqlite;

/// <summary>Fills the tables of the second schema in SQLite.</summary>
internal sealed class SqliteMigration(DbConnection connection, DbTransaction transaction, SqlTexts texts, JournalSecret secret)
    : FirstSchemaMigration(connection, transaction, texts, secret)
{
    private const string Indexes =
        "entries_by_issue, entries_by_rule, entries_by_group, entries_open, entries_by_closed, entries_of_control";

    /// <summary>Puts the old table out of the way of the new one.</summary>
    public static readonly string PutAside =
        string.Concat(Indexes.Split(", ").Select(index => $"DROP INDEX {index};"))
        + $"DROP TRIGGER entries_are_not_changed; DROP TRIGGER entries_are_not_deleted; ALTER TABLE entries RENAME TO {OldEntries};";

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

    protected override Task InsertEntriesAsync(IReadOnlyList<EntryRow> rows) =>
        ExecuteAsync(
            """
            INSERT INTO entries (sequence, at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version,
                                 rulebook_revision, label, entry_group, content)
            VALUES (@Sequence, @At, @Kind, @Tenant, @IssueId, @Key, @IsOpen, @Closes, @RuleId, @RuleVersion,
                    @RulebookRevision, @Label, @Group, @Content)
            """,
            rows
        );

    protected override Task InsertCasesAsync(IReadOnlyList<MigratedCase> cases) =>
        ExecuteAsync(
            """
            INSERT INTO cases (tenant, issue_id, version, owner, team, requester_key, lease_until, content)
            VALUES (@Tenant, @IssueId, @Version, @Owner, @Team, @RequesterKey, @until, @Content)
            """,
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
