CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
-- Roles belong to the whole cluster, so they may be there already. None of them may log in until it is given a password.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['vaktplan_app', 'vaktplan_auth', 'vaktplan_relay'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', wanted);
    END IF;
  END LOOP;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
