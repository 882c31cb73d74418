SELECT CASE WHEN ?3 = 0 THEN NOT EXISTS (SELECT 1 FROM cases WHERE tenant = ?1 AND issue_id = ?2)
ELSE EXISTS (
  SELECT 1 FROM cases
  WHERE tenant = ?1 AND issue_id = ?2 AND version = ?3 AND NOT (?4 AND lease_until IS NOT NULL AND lease_until > ?5)) END
