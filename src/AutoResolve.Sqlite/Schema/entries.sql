-- A tenant has no default: a program of the version before, which knows no tenants and would write keys from which what people wrote can be
-- computed, is refused though it opened the journal before it was migrated.
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
