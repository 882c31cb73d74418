namespace AutoResolve.Journal.Sqlite;

/// <summary>The tables of a journal in SQLite. What is here is never changed: files are written so.</summary>
internal static class SqliteSchema
{
    public const int Newest = 2;

    // "ARjl" in the file's header: says whose file it is.
    public const int ApplicationId = 0x41526A6C;

    /// <summary>The tables; entries apart, since a migration fills them before their indexes are made.</summary>
    /// <remarks>
    /// A tenant has no default: a program of the version before, which knows no tenants and would write keys from which what people wrote
    /// can be computed, is refused though it opened the journal before it was migrated. The index by case has the sequence before the
    /// tenant, so that it also gives the order of an issue's entries.
    /// </remarks>
    public const string Entries = """
        CREATE TABLE entries (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          kind INTEGER NOT NULL,
          tenant TEXT NOT NULL,
          issue_id TEXT NOT NULL,
          entry_key TEXT UNIQUE,
          is_open INTEGER NOT NULL,
          closes TEXT,
          rule_id TEXT,
          rule_version INTEGER,
          rulebook_revision TEXT,
          label TEXT NOT NULL,
          entry_group TEXT,
          content TEXT NOT NULL
        );
        """;

    public const string Indexes = """
        CREATE INDEX entries_by_case ON entries (issue_id, sequence, tenant);
        CREATE INDEX entries_by_rule ON entries (rule_id, rule_version, kind, label) WHERE rule_id IS NOT NULL;
        CREATE INDEX entries_by_group ON entries (entry_group, at) WHERE entry_group IS NOT NULL;
        CREATE INDEX entries_open ON entries (sequence) WHERE is_open;
        CREATE INDEX entries_by_closed ON entries (closes) WHERE closes IS NOT NULL;
        CREATE INDEX entries_of_control ON entries (sequence) WHERE kind IN (8, 10);
        """;

    public const string Others = """
        CREATE TABLE cases (
          tenant TEXT NOT NULL,
          issue_id TEXT NOT NULL,
          version INTEGER NOT NULL,
          owner INTEGER NOT NULL,
          team TEXT,
          due_at TEXT,
          due_for TEXT,
          calendar TEXT,
          requester_key TEXT,
          lease_until INTEGER,
          content TEXT NOT NULL,
          PRIMARY KEY (tenant, issue_id)
        ) WITHOUT ROWID;
        CREATE INDEX cases_by_owner ON cases (owner, tenant, issue_id) WHERE owner <> 3;
        CREATE INDEX cases_due ON cases (due_at) WHERE due_at IS NOT NULL;
        CREATE INDEX cases_leased ON cases (lease_until) WHERE lease_until IS NOT NULL;
        CREATE INDEX cases_by_requester ON cases (requester_key) WHERE requester_key IS NOT NULL;
        CREATE TABLE counters (
          counter_key TEXT NOT NULL,
          day TEXT NOT NULL,
          count INTEGER NOT NULL,
          PRIMARY KEY (counter_key, day)
        ) WITHOUT ROWID;
        CREATE TABLE journal_secrets (
          place INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          fingerprint TEXT NOT NULL,
          since TEXT NOT NULL
        );
        CREATE TABLE prunings (
          place INTEGER PRIMARY KEY AUTOINCREMENT,
          before_at TEXT NOT NULL,
          at TEXT NOT NULL,
          pruned_by TEXT NOT NULL
        );
        """;

    public const string Rulebooks = "CREATE TABLE rulebooks (revision TEXT PRIMARY KEY, archive BLOB NOT NULL) WITHOUT ROWID;";

    /// <summary>
    /// What the tables refuse. An entry may be erased, which leaves its content out and nothing else, and pruned with all before a time
    /// that is written down first.
    /// </summary>
    /// <remarks>The trigger of insertions is there for INSERT OR REPLACE, which deletes what is in its way without telling the trigger of
    /// deletions.</remarks>
    public const string Triggers = """
        CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries WHEN NOT (
          NEW.content = '{"erased":true}'
          AND NEW.sequence IS OLD.sequence AND NEW.at IS OLD.at AND NEW.kind IS OLD.kind AND NEW.tenant IS OLD.tenant
          AND NEW.issue_id IS OLD.issue_id AND NEW.entry_key IS OLD.entry_key AND NEW.is_open IS OLD.is_open AND NEW.closes IS OLD.closes
          AND NEW.rule_id IS OLD.rule_id AND NEW.rule_version IS OLD.rule_version AND NEW.rulebook_revision IS OLD.rulebook_revision
          AND NEW.label IS OLD.label AND NEW.entry_group IS OLD.entry_group)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries
        WHEN NOT coalesce(OLD.at < (SELECT before_at FROM prunings ORDER BY place DESC LIMIT 1), 0)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER entries_are_not_replaced BEFORE INSERT ON entries
        WHEN EXISTS (SELECT 1 FROM entries WHERE entry_key = NEW.entry_key) OR EXISTS (SELECT 1 FROM entries WHERE sequence = NEW.sequence)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER prunings_are_not_changed BEFORE UPDATE ON prunings BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER prunings_are_not_deleted BEFORE DELETE ON prunings BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER prunings_are_not_replaced BEFORE INSERT ON prunings WHEN EXISTS (SELECT 1 FROM prunings WHERE place = NEW.place)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        """;

    public static string All => Entries + Indexes + Rulebooks + Others + Triggers + Version;

    public static string Version => $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Newest};";
}
