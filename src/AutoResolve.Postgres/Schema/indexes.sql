-- The index by case has the sequence before the tenant, so that it also gives the order of an issue's entries.
CREATE INDEX entries_by_case ON entries (issue_id, sequence, tenant);
-- What is counted of a rule: decisions, feedback and demotions.
CREATE INDEX entries_by_rule ON entries (rule_id, rule_version, kind, label) WHERE rule_id IS NOT NULL AND kind IN (1, 5, 8);
CREATE INDEX entries_by_group ON entries (entry_group, at) WHERE entry_group IS NOT NULL;
CREATE INDEX entries_open ON entries (sequence) WHERE is_open;
CREATE INDEX entries_by_closed ON entries (closes) WHERE closes IS NOT NULL;
CREATE INDEX entries_of_control ON entries (sequence) WHERE kind IN (8, 10);
-- Entries are written in the order of time, so a few kilobytes are enough to read a month without the others.
CREATE INDEX entries_by_time ON entries USING brin (at) WITH (pages_per_range = 32, autosummarize = on);
