-- What says where somebody was may be forgotten, and nothing else of a punch may change.
GRANT UPDATE (latitude, longitude, accuracy_meters, age_seconds) ON time_punches TO vaktplan_app;
--> statement-breakpoint
CREATE FUNCTION only_erase_positions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.latitude IS NOT NULL OR NEW.longitude IS NOT NULL OR NEW.accuracy_meters IS NOT NULL OR NEW.age_seconds IS NOT NULL THEN
    RAISE EXCEPTION 'a punch is a fact: its position may only be erased' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER time_punches_only_erase BEFORE UPDATE OF latitude, longitude, accuracy_meters, age_seconds ON time_punches
  FOR EACH ROW EXECUTE FUNCTION only_erase_positions();
