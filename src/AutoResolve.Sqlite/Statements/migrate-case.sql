INSERT INTO cases (tenant, issue_id, version, owner, team, requester_key, lease_until, content)
VALUES (@Tenant, @IssueId, @Version, @Owner, @Team, @RequesterKey, @until, @Content)
