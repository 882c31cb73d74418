-- The last of some cases that are nobody's, behind one that was looked at.
SELECT tenant, issue_id AS IssueId FROM (
  SELECT tenant, issue_id FROM cases
  WHERE owner = 3 AND due_at IS NULL AND (tenant, issue_id) > (@tenant, @issue)
  ORDER BY tenant, issue_id LIMIT 100)
ORDER BY tenant DESC, issue_id DESC LIMIT 1
