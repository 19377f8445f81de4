-- Refuses what touches a day of a locked period. A period that is over, and so could be locked at this moment, is held until
-- the transaction ends: the lock waits for the change, or the change for the lock. Nobody waits for the present one.
CREATE FUNCTION refuse_locked_days(organization uuid, days date[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT p.state FROM pay_periods p
    WHERE p.organization_id = organization AND p.period @> ANY (days)
      AND (p.state = 'locked' OR upper(p.period) <= current_date + 1)
    ORDER BY p.id FOR SHARE
  LOOP
    IF found.state = 'locked' THEN
      RAISE EXCEPTION 'the pay period is locked' USING ERRCODE = '23514', CONSTRAINT = 'time_entries_locked';
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- The day that an entry is listed under, and all that its hours belong to.
CREATE FUNCTION days_of_entry(local_date date, days jsonb) RETURNS date[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_array_length(days) = 0 THEN ARRAY[local_date]
    ELSE ARRAY(SELECT (day->>'localDate')::date FROM jsonb_array_elements(days) day) || local_date END
$$;
--> statement-breakpoint
-- What was paid stays as it was: no entry with hours in a locked period is added, changed or taken away, by whatever code.
-- safe: refuses what the version before leaves alone too, but for a race and for nights that are split between two periods
CREATE OR REPLACE FUNCTION refuse_locked_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refuse_locked_days(OLD.organization_id, days_of_entry(OLD.local_date, OLD.days));
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  PERFORM refuse_locked_days(NEW.organization_id, days_of_entry(NEW.local_date, NEW.days));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_locked_breaks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refuse_locked_days(t.organization_id, days_of_entry(t.local_date, t.days)) FROM time_entries t
      WHERE t.organization_id = OLD.organization_id AND t.id = OLD.time_entry_id;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  PERFORM refuse_locked_days(t.organization_id, days_of_entry(t.local_date, t.days)) FROM time_entries t
    WHERE t.organization_id = NEW.organization_id AND t.id = NEW.time_entry_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- safe: the version before changes no break of an entry that it leaves alone
CREATE TRIGGER time_entry_breaks_locked BEFORE INSERT OR UPDATE OR DELETE ON time_entry_breaks
  FOR EACH ROW EXECUTE FUNCTION refuse_locked_breaks();
