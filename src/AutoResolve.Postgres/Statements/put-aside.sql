-- Puts the old table out of the way of the new one, with all that has a name.
DROP TRIGGER entries_are_append_only ON entries;
DROP FUNCTION refuse_change();
DROP INDEX entries_by_issue, entries_by_rule, entries_by_group, entries_open, entries_by_closed, entries_of_control;
ALTER TABLE entries RENAME TO entries_of_first_schema;
ALTER INDEX entries_pkey RENAME TO entries_of_first_schema_pkey;
ALTER INDEX entries_entry_key_key RENAME TO entries_of_first_schema_key;
ALTER SEQUENCE entries_sequence_seq RENAME TO entries_of_first_schema_seq;
