written AS (
  INSERT INTO entries (at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label,
                       entry_group, content)
  SELECT at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label, entry_group, content
  FROM unnest($1::integer[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[], $9::text[],
              $10::integer[], $11::text[], $12::text[], $13::text[], $14::text[]) WITH ORDINALITY
    AS n (place, at, kind, tenant, issue_id, entry_key, is_open, closes, rule_id, rule_version, rulebook_revision, label,
          entry_group, content, number)
  WHERE place NOT IN (SELECT place FROM refused)
  ORDER BY number
  RETURNING sequence
)
