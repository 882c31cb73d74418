-- Has the new sequence go on where the old one ended, and drops the old table.
SELECT setval('entries_sequence_seq', last_value, is_called) FROM entries_of_first_schema_seq;
DROP TABLE entries_of_first_schema;
