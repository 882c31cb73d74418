-- The trigger of insertions is there for INSERT OR REPLACE, which deletes what is in its way without telling the trigger of deletions.
-- What is erased may keep what automation decided, as it was, and nothing else.
CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries WHEN NOT (
  CASE
    WHEN NEW.content = '{"erased":true}' THEN 1
    WHEN substr(NEW.content, 1, 14) <> '{"erased":true' OR NOT json_valid(NEW.content) OR NOT json_valid(OLD.content) THEN 0
    ELSE NOT EXISTS (
      SELECT 1 FROM json_tree(NEW.content) AS kept
      WHERE kept.fullkey NOT IN ('$', '$.erased') AND (
        kept.fullkey NOT IN ('$.reason', '$.mode', '$.type', '$.owner', '$.team', '$.tier', '$.decision', '$.issue', '$.issue.tenant',
          '$.issue.author', '$.turn', '$.turn.author', '$.turn.toCustomer', '$.questions', '$.questions[0]')
        OR json_type(OLD.content, kept.fullkey) IS NOT kept.type
        OR (kept.atom IS NOT NULL AND kept.atom IS NOT json_extract(OLD.content, kept.fullkey))))
  END
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
