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
