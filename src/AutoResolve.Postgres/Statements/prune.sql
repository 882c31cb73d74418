-- Looks at some cases that are nobody's, and takes out those about which nothing was written since, with all their entries. Tells the last
-- case that was looked at, null where there was none, and how many cases and entries were taken out.
WITH looked_at AS MATERIALIZED (
  SELECT tenant, issue_id FROM cases
  WHERE owner = 3 AND due_at IS NULL AND (tenant, issue_id) > ($2, $3)
  ORDER BY tenant, issue_id LIMIT 500
),
old AS MATERIALIZED (
  SELECT tenant, issue_id FROM looked_at k
  WHERE NOT EXISTS (
    SELECT 1 FROM entries e WHERE e.issue_id = k.issue_id AND e.tenant = k.tenant AND (e.at >= $1 OR e.is_open AND NOT EXISTS (
      SELECT 1 FROM entries c WHERE c.closes = e.entry_key)))
),
cases_out AS (DELETE FROM cases c USING old WHERE c.tenant = old.tenant AND c.issue_id = old.issue_id RETURNING 1),
entries_out AS (DELETE FROM entries e USING old WHERE e.issue_id = old.issue_id AND e.tenant = old.tenant RETURNING 1)
SELECT last.tenant, last.issue_id, (SELECT count(*) FROM cases_out), (SELECT count(*) FROM entries_out)
FROM (SELECT tenant, issue_id FROM looked_at ORDER BY tenant DESC, issue_id DESC LIMIT 1) AS last
