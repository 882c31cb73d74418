-- Renews leases, each case at most once, and tells which.
UPDATE cases c SET lease_until = {leaseEnd}
FROM unnest($1::integer[], $2::text[], $3::text[], $4::bigint[], $5::bigint[]) AS o (place, tenant, issue_id, version, lease)
WHERE c.tenant = o.tenant AND c.issue_id = o.issue_id AND c.version = o.version
RETURNING o.place
