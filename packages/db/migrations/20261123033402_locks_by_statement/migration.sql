-- Asked once a statement instead of once a row: a hundred people clock in with one statement, and this was a fifth of what
-- each cost Postgres. It is asked when the rows are written, and refuses all of them.
-- safe: the trigger that called it for each row is dropped in the same transaction
CREATE OR REPLACE FUNCTION refuse_locked_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refuse_locked_days(o.organization_id, array_agg(o.day)) FROM (
      SELECT organization_id, local_date AS day FROM before
      UNION SELECT b.organization_id, (d->>'localDate')::date FROM before b, jsonb_array_elements(b.days) d) o
    GROUP BY o.organization_id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM refuse_locked_days(n.organization_id, array_agg(n.day)) FROM (
      SELECT organization_id, local_date AS day FROM after
      UNION SELECT a.organization_id, (d->>'localDate')::date FROM after a, jsonb_array_elements(a.days) d) n
    GROUP BY n.organization_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- safe: refuses what the trigger that it takes the place of refuses
CREATE TRIGGER time_entries_locked_added AFTER INSERT ON time_entries
  REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION refuse_locked_entries();
--> statement-breakpoint
-- safe: refuses what the trigger that it takes the place of refuses
CREATE TRIGGER time_entries_locked_changed AFTER UPDATE ON time_entries
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION refuse_locked_entries();
--> statement-breakpoint
-- safe: refuses what the trigger that it takes the place of refuses
CREATE TRIGGER time_entries_locked_removed AFTER DELETE ON time_entries
  REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION refuse_locked_entries();
--> statement-breakpoint
-- safe: the three above refuse the same
DROP TRIGGER time_entries_locked ON time_entries;
--> statement-breakpoint
-- What has no end has no hours yet that could be paid twice, and `time_entries_one_open` leaves a person one of it: it is looked
-- at when it ends. The index of intervals was a tenth of a clock-in, paid again by the clock-out.
-- safe: it is made anew in the next statement, and refuses less
ALTER TABLE time_entries DROP CONSTRAINT time_entries_no_overlap;
--> statement-breakpoint
-- safe: refuses less than the one before it
ALTER TABLE time_entries ADD CONSTRAINT time_entries_no_overlap
  EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, tstzrange(started_at, ended_at, '[)') WITH &&)
  WHERE (ended_at IS NOT NULL) DEFERRABLE INITIALLY DEFERRED;
