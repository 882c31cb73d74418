-- Entries case by case, of which the index by case gives the order. A case that began before is not of this time, and is left out whole.
SELECT sequence, at, kind, tenant, issue_id AS IssueId, entry_key AS Key, is_open AS IsOpen, closes, label,
       CASE WHEN kind IN (1, 4, 12) THEN content ELSE '{}' END AS content
FROM {entries} e
WHERE kind IN (1, 4, 5, 12, 13) AND at >= @first AND at < @last AND NOT EXISTS (
  SELECT 1 FROM {entries} b WHERE b.issue_id = e.issue_id AND b.tenant = e.tenant AND b.kind = 1 AND b.at < @first)
ORDER BY issue_id, sequence
