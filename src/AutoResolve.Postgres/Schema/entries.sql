-- A tenant has no default: a program of the version before, which knows no tenants and would write keys from which what people wrote can be
-- computed, is refused though it opened the journal before it was migrated.
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
