taken AS MATERIALIZED (
  SELECT k.place, k.entry_key
  FROM unnest($1::integer[], $6::text[]) AS k (place, entry_key)
  CROSS JOIN LATERAL (SELECT 1 FROM entries WHERE entry_key = k.entry_key LIMIT 1) e
)
