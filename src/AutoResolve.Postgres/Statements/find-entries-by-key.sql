SELECT found.*
FROM unnest($1) AS wanted (entry_key) CROSS JOIN LATERAL (
  SELECT {columns} FROM entries WHERE entries.entry_key = wanted.entry_key LIMIT 1) AS found
