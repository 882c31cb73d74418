-- The trigger of insertions is there for INSERT OR REPLACE, which deletes what is in its way without telling the trigger of deletions.
CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries WHEN NOT (
  NEW.content = '{"erased":true}'
  AND NEW.sequence IS OLD.sequence AND NEW.at IS OLD.at AND NEW.kind IS OLD.kind AND NEW.tenant IS OLD.tenant
  AND NEW.issue_id IS OLD.issue_id AND NEW.entry_key IS OLD.entry_key AND NEW.is_open IS OLD.is_open AND NEW.closes IS OLD.closes
  AND NEW.rule_id IS OLD.rule_id AND NEW.rule_version IS OLD.rule_version AND NEW.rulebook_revision IS OLD.rulebook_revision
  AND NEW.label IS OLD.label AND NEW.entry_group IS OLD.entry_group)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries
WHEN NOT coalesce(OLD.at < (SELECT before_at FROM prunings ORDER BY place DESC LIMIT 1), 0)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entries_are_not_replaced BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries WHERE entry_key = NEW.entry_key) OR EXISTS (SELECT 1 FROM entries WHERE sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER prunings_are_not_changed BEFORE UPDATE ON prunings BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER prunings_are_not_deleted BEFORE DELETE ON prunings BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER prunings_are_not_replaced BEFORE INSERT ON prunings WHEN EXISTS (SELECT 1 FROM prunings WHERE place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
