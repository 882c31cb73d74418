-- Puts the old table out of the way of the new one, with all that has a name.
DROP INDEX entries_by_issue;
DROP INDEX entries_by_rule;
DROP INDEX entries_by_group;
DROP INDEX entries_open;
DROP INDEX entries_by_closed;
DROP INDEX entries_of_control;
DROP TRIGGER entries_are_not_changed;
DROP TRIGGER entries_are_not_deleted;
ALTER TABLE entries RENAME TO entries_of_first_schema;
