namespace AutoResolve.Journal.Postgres;

/// <summary>The tables of a journal in PostgreSQL. What is here is never changed: schemas are written so.</summary>
internal static class PostgresSchema
{
    public const int Newest = 2;

    /// <summary>The table of entries; its indexes apart, since a migration fills it before they are made.</summary>
    /// <remarks>
    /// A tenant has no default: a program of the version before, which knows no tenants and would write keys from which what people wrote
    /// can be computed, is refused though it opened the journal before it was migrated. The index by case has the sequence before the
    /// tenant, so that it also gives the order of an issue's entries.
    /// </remarks>
    public const string Entries = """
        CREATE TABLE entries (
          sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          at text COLLATE "C" NOT NULL,
          kind integer NOT NULL,
          tenant text COLLATE "C" NOT NULL,
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
          tenant text COLLATE "C" NOT NULL,
          issue_id text COLLATE "C" NOT NULL,
          version bigint NOT NULL,
          owner integer NOT NULL,
          team text,
          due_at text COLLATE "C",
          due_for text,
          calendar text,
          requester_key text COLLATE "C",
          lease_until timestamptz,
          content text NOT NULL,
          PRIMARY KEY (tenant, issue_id)
        );
        CREATE INDEX cases_by_owner ON cases (owner, tenant, issue_id) WHERE owner <> 3;
        CREATE INDEX cases_due ON cases (due_at) WHERE due_at IS NOT NULL;
        CREATE INDEX cases_leased ON cases (lease_until) WHERE lease_until IS NOT NULL;
        CREATE INDEX cases_by_requester ON cases (requester_key) WHERE requester_key IS NOT NULL;
        CREATE TABLE counters (
          counter_key text COLLATE "C" NOT NULL,
          day date NOT NULL,
          count bigint NOT NULL,
          PRIMARY KEY (counter_key, day)
        );
        CREATE TABLE journal_secrets (
          place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          id text COLLATE "C" NOT NULL UNIQUE,
          fingerprint text COLLATE "C" NOT NULL,
          since text COLLATE "C" NOT NULL
        );
        CREATE TABLE prunings (
          place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          before_at text COLLATE "C" NOT NULL,
          at text COLLATE "C" NOT NULL,
          pruned_by text NOT NULL
        );
        """;

    public const string Rulebooks = "CREATE TABLE rulebooks (revision text PRIMARY KEY, archive bytea NOT NULL);";

    public static readonly string Tables = Entries + Indexes + Others;

    public static readonly string Version = $"INSERT INTO journal_version (version) VALUES ({Newest});";

    public static string All(string schema) => Tables + Rulebooks + Triggers(schema) + Version;

    /// <summary>
    /// What the tables refuse. An entry may be erased, which leaves its content out and nothing else, and pruned with all before a time
    /// that is written down first.
    /// </summary>
    /// <param name="schema">The schema, by which the function names its table: whoever runs it may have a table of the same name.</param>
    public static string Triggers(string schema) =>
        $$"""
            CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $refuse$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $refuse$;
            CREATE FUNCTION refuse_change_of_entry() RETURNS trigger LANGUAGE plpgsql AS $refuse$ BEGIN
              IF TG_OP = 'UPDATE' THEN
                IF NEW.content = '{"erased":true}'
                  AND ROW(NEW.sequence, NEW.at, NEW.kind, NEW.tenant, NEW.issue_id, NEW.entry_key, NEW.is_open, NEW.closes,
                          NEW.rule_id, NEW.rule_version, NEW.rulebook_revision, NEW.label, NEW.entry_group)
                  IS NOT DISTINCT FROM ROW(OLD.sequence, OLD.at, OLD.kind, OLD.tenant, OLD.issue_id, OLD.entry_key, OLD.is_open, OLD.closes,
                          OLD.rule_id, OLD.rule_version, OLD.rulebook_revision, OLD.label, OLD.entry_group) THEN
                  RETURN NEW;
                END IF;
              ELSIF OLD.at < (SELECT before_at FROM "{{schema}}".prunings ORDER BY place DESC LIMIT 1) THEN
                RETURN OLD;
              END IF;
              RAISE EXCEPTION 'the journal is append-only';
            END $refuse$;
            CREATE TRIGGER entries_are_append_only BEFORE UPDATE OR DELETE ON entries
              FOR EACH ROW EXECUTE FUNCTION refuse_change_of_entry();
            CREATE TRIGGER entries_are_not_truncated BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER prunings_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON prunings
              FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            """;
}
