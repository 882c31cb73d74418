-- Those of them about which nothing was written since, and of which nothing is open.
SELECT tenant, issue_id AS IssueId FROM cases AS k
WHERE owner = 3 AND due_at IS NULL AND (tenant, issue_id) > (@tenant, @issue) AND (tenant, issue_id) <= (@lastTenant, @lastIssue)
  AND NOT EXISTS (
    SELECT 1 FROM entries AS e WHERE e.issue_id = k.issue_id AND e.tenant = k.tenant AND (e.at >= @before OR e.is_open AND NOT EXISTS (
      SELECT 1 FROM entries AS c WHERE c.closes = e.entry_key)))
