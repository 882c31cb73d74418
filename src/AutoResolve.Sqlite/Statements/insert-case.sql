INSERT INTO cases (tenant, issue_id, version, owner, team, due_at, due_for, calendar, requester_key, lease_until, content)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
