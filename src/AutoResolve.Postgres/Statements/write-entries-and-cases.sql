-- Writes entries, and changes of cases, each case at most once.
WITH op AS MATERIALIZED (
  SELECT o.*, coalesce(c.version, 0) AS version, coalesce(c.lease_until > clock_timestamp(), false) AS is_leased
  FROM unnest($15::integer[], $16::text[], $17::text[], $18::bigint[], $19::boolean[], $20::bigint[], $21::integer[], $22::text[],
              $23::text[], $24::text[], $25::text[], $26::text[], $27::text[])
    AS o (place, tenant, issue_id, expected, takes_up, lease, owner, team, due_at, due_for, calendar, requester_key, content)
  LEFT JOIN LATERAL (SELECT version, lease_until FROM cases WHERE tenant = o.tenant AND issue_id = o.issue_id LIMIT 1) c ON true
),
{taken},
stale AS MATERIALIZED (SELECT place FROM op WHERE version <> expected OR (takes_up AND is_leased)),
refused AS MATERIALIZED (SELECT place FROM taken UNION ALL SELECT place FROM stale),
inserted AS (
  INSERT INTO cases (tenant, issue_id, version, owner, team, due_at, due_for, calendar, requester_key, lease_until, content)
  SELECT tenant, issue_id, 1, owner, team, due_at, due_for, calendar, requester_key, {leaseEnd}, content
  FROM op o WHERE expected = 0 AND place NOT IN (SELECT place FROM refused)
),
updated AS (
  UPDATE cases c
  SET version = o.expected + 1, owner = o.owner, team = o.team, due_at = o.due_at, due_for = o.due_for, calendar = o.calendar,
      requester_key = o.requester_key, lease_until = {leaseEnd}, content = o.content
  FROM op o
  WHERE c.tenant = o.tenant AND c.issue_id = o.issue_id AND o.expected > 0 AND o.place NOT IN (SELECT place FROM refused)
),
{written}
SELECT (SELECT array_agg(place) FROM stale), {answer}
