-- The first so many of each. Sorted by an expression, for which no index is read from its beginning.
SELECT found.*, wanted.place
FROM unnest($1, $2, $3, $4, $5) AS wanted (place, entry_group, kind, from_at, most) CROSS JOIN LATERAL (
  SELECT {columns} FROM entries
  WHERE entries.entry_group = wanted.entry_group AND entries.at >= wanted.from_at AND entries.kind = wanted.kind
  ORDER BY sequence + 0 LIMIT wanted.most) AS found
