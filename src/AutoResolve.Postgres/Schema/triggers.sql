-- The function names its table by the schema: whoever runs it may have a table of the same name.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$refuse$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $refuse$;
-- What is erased may keep what automation decided, as it was, and nothing else.
CREATE FUNCTION refuse_change_of_entry() RETURNS trigger LANGUAGE plpgsql AS $refuse$ DECLARE kept jsonb; BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF left(NEW.content, 14) = '{"erased":true'
      AND ROW(NEW.sequence, NEW.at, NEW.kind, NEW.tenant, NEW.issue_id, NEW.entry_key, NEW.is_open, NEW.closes,
              NEW.rule_id, NEW.rule_version, NEW.rulebook_revision, NEW.label, NEW.entry_group)
      IS NOT DISTINCT FROM ROW(OLD.sequence, OLD.at, OLD.kind, OLD.tenant, OLD.issue_id, OLD.entry_key, OLD.is_open, OLD.closes,
              OLD.rule_id, OLD.rule_version, OLD.rulebook_revision, OLD.label, OLD.entry_group) THEN
      IF NEW.content = '{"erased":true}' THEN
        RETURN NEW;
      END IF;
      kept := replace(NEW.content, '\u0000', '\ufffd')::jsonb - 'erased';
      IF replace(OLD.content, '\u0000', '\ufffd')::jsonb @> kept
        AND kept - '{reason,mode,type,owner,team,tier,decision,issue,turn,questions}'::text[] = '{}'
        AND coalesce(kept -> 'issue', '{}') - '{tenant,author}'::text[] = '{}'
        AND coalesce(kept -> 'turn', '{}') - '{author,toCustomer}'::text[] = '{}'
        AND coalesce(kept -> 'questions', '[{}]') = '[{}]' THEN
        RETURN NEW;
      END IF;
    END IF;
  ELSIF OLD.at < (SELECT before_at FROM "{schema}".prunings ORDER BY place DESC LIMIT 1) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the journal is append-only';
END $refuse$;
CREATE TRIGGER entries_are_append_only BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_change_of_entry();
CREATE TRIGGER entries_are_not_truncated BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER prunings_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON prunings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
