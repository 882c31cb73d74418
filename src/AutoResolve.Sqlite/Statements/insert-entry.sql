INSERT INTO entries (at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label, entry_group,
                     content)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) RETURNING sequence
