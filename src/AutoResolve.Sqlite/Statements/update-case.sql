UPDATE cases
SET version = ?3, owner = ?4, team = ?5, due_at = ?6, due_for = ?7, calendar = ?8, requester_key = ?9, lease_until = ?10, content = ?11
WHERE tenant = ?1 AND issue_id = ?2 AND version = ?12 AND NOT (?13 AND lease_until IS NOT NULL AND lease_until > ?14)
RETURNING version
