INSERT INTO entries (sequence, at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label,
                     entry_group, content)
OVERRIDING SYSTEM VALUE
SELECT * FROM unnest($1::bigint[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[], $9::text[],
                     $10::integer[], $11::text[], $12::text[], $13::text[], $14::text[])
