using System.Security.Cryptography;
using System.Text;
using AutoResolve.Journaling;

namespace AutoResolve.Tests.Journals;

/// <summary>
/// A journal as the first schema had it: its tables, and entries as they were written then, with hashes of what people wrote.
/// </summary>
internal static class FirstSchema
{
    /// <summary>Entries as the parameters of <see cref="Insert"/>.</summary>
    public static IEnumerable<object> RowsOf(IEnumerable<JournalEntry> entries) =>
        entries.Select(entry => new
        {
            At = Some.TextOf(entry.At),
            Kind = (int)entry.Kind,
            entry.IssueId,
            entry.Key,
            entry.IsOpen,
            entry.Closes,
            entry.RuleId,
            entry.RuleVersion,
            entry.RulebookRevision,
            entry.Label,
            entry.Group,
            entry.Content,
        });

    public const string Insert = """
        INSERT INTO entries (at, kind, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label,
                             entry_group, content)
        VALUES (@At, @Kind, @IssueId, @Key, @IsOpen, @Closes, @RuleId, @RuleVersion, @RulebookRevision, @Label, @Group, @Content)
        """;

    public const string Sqlite = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE entries (
          sequence INTEGER PRIMARY KEY AUTOINCREMENT,
          at TEXT NOT NULL,
          kind INTEGER NOT NULL,
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
        CREATE INDEX entries_by_issue ON entries (issue_id, sequence);
        CREATE INDEX entries_by_rule ON entries (rule_id, rule_version, kind, label) WHERE rule_id IS NOT NULL;
        CREATE INDEX entries_by_group ON entries (entry_group, at) WHERE entry_group IS NOT NULL;
        CREATE INDEX entries_open ON entries (sequence) WHERE is_open;
        CREATE INDEX entries_by_closed ON entries (closes) WHERE closes IS NOT NULL;
        CREATE INDEX entries_of_control ON entries (sequence) WHERE kind IN (8, 10);
        CREATE TABLE rulebooks (revision TEXT PRIMARY KEY, archive BLOB NOT NULL) WITHOUT ROWID;
        CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        INSERT INTO rulebooks VALUES ('revision', X'0102');
        PRAGMA application_id = 1095920236;
        PRAGMA user_version = 1;
        """;

    public const string Postgres = """
        CREATE TABLE journal_version (version integer NOT NULL);
        CREATE TABLE entries (
          sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          at text COLLATE "C" NOT NULL,
          kind integer NOT NULL,
          issue_id text COLLATE "C" NOT NULL,
          entry_key text COLLATE "C" UNIQUE,
          is_open boolean NOT NULL,
          closes text COLLATE "C",
          rule_id text COLLATE "C",
          rule_version integer,
          rulebook_revision text COLLATE "C",
          label text COLLATE "C" NOT NULL,
          entry_group text COLLATE "C",
          content text NOT NULL
        );
        CREATE INDEX entries_by_issue ON entries (issue_id, sequence);
        CREATE INDEX entries_by_rule ON entries (rule_id, rule_version, kind, label) WHERE rule_id IS NOT NULL;
        CREATE INDEX entries_by_group ON entries (entry_group, at) WHERE entry_group IS NOT NULL;
        CREATE INDEX entries_open ON entries (sequence) WHERE is_open;
        CREATE INDEX entries_by_closed ON entries (closes) WHERE closes IS NOT NULL;
        CREATE INDEX entries_of_control ON entries (sequence) WHERE kind IN (8, 10);
        CREATE TABLE rulebooks (revision text PRIMARY KEY, archive bytea NOT NULL);
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
        CREATE TRIGGER entries_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        INSERT INTO rulebooks VALUES ('revision', '\x0102');
        INSERT INTO journal_version (version) VALUES (1);
        """;

    /// <summary>How many characters a hash has.</summary>
    public const int HashLength = 32;

    /// <summary>The hash of the first schema.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashLength / 2));

    /// <summary>Issues of all fates, then so many more that they fill pages.</summary>
    public static IReadOnlyList<JournalEntry> Entries(int more) =>
        [
            Decision("fixed", "fixed", isOpen: true),
            Intent("fixed") with
            {
                Group = $"once/{Hash("group of vet-fixed")}",
            },
            Result("fixed"),
            Disposition("fixed", "fixed"),
            Decision("escalated", "escalated", tenant: "agency", team: "payments"),
            Plain(JournalEntryKind.Feedback, "helpful") with
            {
                IssueId = "escalated",
                Content = """{"by":"agent","text":"thanks"}""",
            },
            Decision("unfinished", "fixed", isOpen: true, tenant: "agency"),
            Intent("unfinished", tenant: "agency"),
            Decision("undone", "fixed", isOpen: true),
            Intent("undone") with
            {
                Key = $"undo/{Action("undone")}",
            },
            Result("undone") with
            {
                Key = $"undone/{Action("undone")}",
                Closes = $"undo/{Action("undone")}",
            },
            Disposition("undone", "escalated"),
            Decision("asked", "asked"),
            Decision("asked", "routed", tenant: "agency", team: "appeals"),
            Decision("waiting", "fixed", isOpen: true, team: "billing"),
            Request("waiting"),
            Disposition("waiting", "escalated"),
            Decision("approved", "fixed", isOpen: true),
            Request("approved"),
            Disposition("approved", "escalated"),
            Approval("approved"),
            Decision("ended", "fixed", isOpen: true),
            Request("ended"),
            Disposition("ended", "escalated"),
            Approval("ended"),
            Disposition("ended", "fixed") with
            {
                Key = $"disposition/approval/{Action("ended")}",
                Closes = $"approval/{Action("ended")}",
            },
            Plain(JournalEntryKind.Note, "late") with
            {
                IssueId = "ended",
                Content = ActionContent("ended", $"said {Action("ended")}"),
            },
            Plain(JournalEntryKind.Switch, "stop") with
            {
                Content = """{"by":"agent","text":"why"}""",
            },
            Plain(JournalEntryKind.Demotion, "suggest") with
            {
                Key = "demotion/rule.0123456789abcdef0123456789abcdef/2",
            },
            Plain(JournalEntryKind.Intent, "begun") with
            {
                IssueId = "fixed",
                Key = $"intent/{Hash("damaged")}",
                Content = $$"""{"key":"{{Hash("damaged content")}}" """,
            },
            .. Enumerable.Range(0, more).Select(number => Decision($"more-{number}", "answered")),
        ];

    /// <summary>All hashes that stand in those entries.</summary>
    public static IReadOnlyList<string> Hashes(IEnumerable<JournalEntry> entries) =>
        [
            .. entries
                .Select(entry => entry.IssueId)
                .Where(issue => issue.Length > 0)
                .Distinct()
                .SelectMany(issue => (string[])[Of(issue, null), Of(issue, "agency"), Action(issue)]),
            Hash("group of vet-fixed"),
            Hash("damaged"),
            Hash("damaged content"),
        ];

    /// <summary>The hash of a decision.</summary>
    public static string Of(string issue, string? tenant) => Hash($"{tenant}/{issue}: my number is 123-45-6789");

    /// <summary>The key of an action.</summary>
    public static string Action(string issue) => Hash($"{issue}\nrule\n2\n0");

    private static JournalEntry Decision(string issue, string label, bool isOpen = false, string? tenant = null, string? team = null) =>
        Plain(JournalEntryKind.Decision, label) with
        {
            IssueId = issue,
            Key = $"decision/{Of(issue, tenant)}",
            IsOpen = isOpen,
            RuleId = "rule",
            RuleVersion = 2,
            RulebookRevision = "revision",
            Content = $$"""
                {"issue":{"id":"{{issue}}","text":"my number is [PII_SSN]"{{Member("tenant", tenant)}},"requester":"vet-{{issue}}"},
                "today":"2026-03-01"{{Member("team", team)}},"reason":"rule","summary":"s",
                "actions":[{"handler":"unlock","key":"{{Action(issue)}}","isWhole":true}],"mode":"active"}
                """,
        };

    private static string ActionContent(string issue, string message = "", string? tenant = null) =>
        $$"""
            {"handler":"unlock","key":"{{Action(issue)}}","decision":"decision/{{Of(issue, tenant)}}","index":0,
            "message":"{{message}}","attempts":1,"milliseconds":2.5}
            """;

    private static string Member(string name, string? value) => value is null ? "" : $",\"{name}\":\"{value}\"";

    private static JournalEntry Plain(JournalEntryKind kind, string label) =>
        new()
        {
            At = Some.Time,
            Kind = kind,
            Label = label,
        };

    private static JournalEntry Of(JournalEntryKind kind, string issue, string label) =>
        new()
        {
            At = Some.Time.AddMinutes(1),
            Kind = kind,
            IssueId = issue,
            RuleId = "rule",
            RuleVersion = 2,
            Label = label,
        };

    private static JournalEntry Intent(string issue, string? tenant = null) =>
        Of(JournalEntryKind.Intent, issue, "begun") with
        {
            Key = $"intent/{Action(issue)}",
            IsOpen = true,
            Content = ActionContent(issue, tenant: tenant),
        };

    private static JournalEntry Result(string issue) =>
        Of(JournalEntryKind.ActionResult, issue, "succeeded") with
        {
            Key = $"result/{Action(issue)}",
            Closes = $"intent/{Action(issue)}",
            Content = ActionContent(issue),
        };

    private static JournalEntry Request(string issue) =>
        Of(JournalEntryKind.ApprovalRequest, issue, "requested") with
        {
            Key = $"approval-request/{Action(issue)}",
            IsOpen = true,
            Content = ActionContent(issue),
        };

    private static JournalEntry Approval(string issue) =>
        Of(JournalEntryKind.Approval, issue, "approved") with
        {
            Key = $"approval/{Action(issue)}",
            IsOpen = true,
            Closes = $"approval-request/{Action(issue)}",
            Content = ActionContent(issue),
        };

    private static JournalEntry Disposition(string issue, string label) =>
        Of(JournalEntryKind.Disposition, issue, label) with
        {
            Key = $"disposition/decision/{Of(issue, null)}",
            Closes = $"decision/{Of(issue, null)}",
            Content = $$"""{"summary":"s","decision":"decision/{{Of(issue, null)}}"}""",
        };
}
