INSERT INTO cases (tenant, issue_id, version, owner, team, requester_key, lease_until, content)
SELECT tenant, issue_id, version, owner, team, requester_key,
       CASE WHEN is_lapsed THEN timestamptz '1970-01-01 00:00:00.001Z' END, content
FROM unnest($1::text[], $2::text[], $3::bigint[], $4::integer[], $5::text[], $6::text[], $7::boolean[], $8::text[])
  AS c (tenant, issue_id, version, owner, team, requester_key, is_lapsed, content)
