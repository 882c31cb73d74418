SELECT found.*
FROM unnest($1, $2) AS wanted (tenant, issue_id) CROSS JOIN LATERAL (
  SELECT tenant, issue_id, version, owner, team, due_at, due_for, calendar, requester_key, content,
         lease_until IS NOT NULL AND lease_until > statement_timestamp()
  FROM cases WHERE cases.tenant = wanted.tenant AND cases.issue_id = wanted.issue_id LIMIT 1) AS found
