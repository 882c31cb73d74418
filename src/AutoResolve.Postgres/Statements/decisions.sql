-- The content is read once for all columns, and before anything is sorted. A text may hold an escaped zero, which PostgreSQL takes in JSON
-- but not as text.
SELECT e.sequence, e.issue_id, e.entry_key, e.at, e.label, e.rule_id, e.is_open,
       c.type, coalesce(c.team, c.owner) AS team, c.tier,
       c.mode, c.reason, c.language,
       i.channel, i.product, coalesce(i.tenant, {ownTenant}, '') AS tenant,
       nullif(i.requester, '') AS requester, coalesce(i.author, '') AS author
FROM entries e
CROSS JOIN LATERAL jsonb_to_record(replace(e.content, '\u0000', '\ufffd')::jsonb)
  AS c (type text, team text, owner text, tier bigint, mode text, reason text, language text, issue jsonb)
CROSS JOIN LATERAL jsonb_to_record(c.issue) AS i (channel text, product text, tenant text, requester text, author text)
WHERE e.kind = 1 AND e.at >= @first AND e.at < @last
