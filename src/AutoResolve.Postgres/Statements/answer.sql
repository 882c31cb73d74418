(SELECT array_agg(place) FROM taken), (SELECT array_agg(entry_key) FROM taken),
(SELECT array_agg(sequence ORDER BY sequence) FROM written)
