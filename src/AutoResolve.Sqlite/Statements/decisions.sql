SELECT sequence, issue_id, entry_key, at, label, rule_id, is_open,
       content ->> '$.type' AS type, coalesce(content ->> '$.team', content ->> '$.owner') AS team, content ->> '$.tier' AS tier,
       content ->> '$.mode' AS mode, content ->> '$.reason' AS reason, content ->> '$.language' AS language,
       content ->> '$.issue.channel' AS channel, content ->> '$.issue.product' AS product,
       coalesce(content ->> '$.issue.tenant', {ownTenant}, '') AS tenant, nullif(content ->> '$.issue.requester', '') AS requester,
       coalesce(content ->> '$.issue.author', '') AS author
FROM entries e WHERE kind = 1 AND at >= @first AND at < @last
