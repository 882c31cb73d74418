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
