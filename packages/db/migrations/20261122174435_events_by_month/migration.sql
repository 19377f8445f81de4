CREATE TABLE "audit_heads" (
	"organization_id" uuid PRIMARY KEY,
	"seq" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	"position" bigint DEFAULT 0 NOT NULL,
	"base_seq" bigint DEFAULT 0 NOT NULL,
	"base_hash" text DEFAULT '' NOT NULL,
	"retired_before" uuid,
	"horizon_position" bigint,
	"horizon_transaction" text,
	"horizon_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"finding" jsonb
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_links" (
	"organization_id" uuid,
	"seq" bigint,
	"event_id" uuid NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_links_pkey" PRIMARY KEY("organization_id","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "audit_links_event" ON "audit_links" ("organization_id","event_id");--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "audit_links" ADD CONSTRAINT "audit_links_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
CREATE POLICY "audit_heads_tenant" ON "audit_heads" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_heads_relay" ON "audit_heads" AS PERMISSIVE FOR ALL TO "vaktplan_relay" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_links_tenant" ON "audit_links" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_links_relay" ON "audit_links" AS PERMISSIVE FOR ALL TO "vaktplan_relay" USING (true) WITH CHECK (true);;--> statement-breakpoint
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE audit_links FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit_heads TO vaktplan_app;--> statement-breakpoint
GRANT SELECT, INSERT ON audit_links TO vaktplan_app;--> statement-breakpoint
GRANT SELECT, UPDATE ON audit_heads TO vaktplan_relay;--> statement-breakpoint
GRANT SELECT, DELETE ON audit_links TO vaktplan_relay;--> statement-breakpoint

-- Events by month. A UUIDv7 begins with its milliseconds, so a month is a range of ids and the id stays unique by itself.
CREATE FUNCTION first_event_id(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;--> statement-breakpoint
-- The table so far becomes the first partition as it is: no row is copied. Attaching reads it and builds one index: 2 s a million events.
ALTER TABLE events ALTER COLUMN position DROP IDENTITY;--> statement-breakpoint
ALTER TABLE events DROP CONSTRAINT events_pkey;--> statement-breakpoint
ALTER TABLE events RENAME TO events_first;--> statement-breakpoint
ALTER TABLE events_first RENAME CONSTRAINT events_organization_id_organizations_id_fkey TO events_first_organization_id_fkey;--> statement-breakpoint
ALTER TABLE events_first ADD CONSTRAINT events_first_pkey PRIMARY KEY USING INDEX events_event_id;--> statement-breakpoint
ALTER INDEX events_by_aggregate RENAME TO events_first_by_aggregate;--> statement-breakpoint
ALTER INDEX events_by_dispatch RENAME TO events_first_by_dispatch;--> statement-breakpoint
ALTER INDEX events_undispatched RENAME TO events_first_undispatched;--> statement-breakpoint
DROP POLICY events_read ON events_first;--> statement-breakpoint
DROP POLICY events_append ON events_first;--> statement-breakpoint
DROP POLICY events_relay ON events_first;--> statement-breakpoint
REVOKE ALL ON events_first FROM vaktplan_app, vaktplan_relay;--> statement-breakpoint
REVOKE UPDATE (dispatched_at) ON events_first FROM vaktplan_relay;--> statement-breakpoint
CREATE TABLE events (
  position bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME events_position_seq) NOT NULL,
  event_id uuid PRIMARY KEY,
  event_type text NOT NULL,
  aggregate_id text NOT NULL,
  aggregate_type text NOT NULL,
  organization_id uuid NOT NULL CONSTRAINT events_organization_id_organizations_id_fkey REFERENCES organizations (id),
  payload jsonb NOT NULL,
  metadata jsonb NOT NULL,
  created_at timestamptz DEFAULT now() NOT NULL,
  dispatched_at timestamptz
) PARTITION BY RANGE (event_id);--> statement-breakpoint
CREATE INDEX events_undispatched ON events (position) WHERE dispatched_at IS NULL;--> statement-breakpoint
CREATE INDEX events_by_dispatch ON events USING brin (dispatched_at);--> statement-breakpoint
CREATE INDEX events_by_position ON events (organization_id, position);--> statement-breakpoint
CREATE INDEX events_by_aggregate ON events (organization_id, aggregate_type, aggregate_id, position);--> statement-breakpoint
ALTER TABLE events ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE events FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY events_read ON events FOR SELECT TO vaktplan_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY events_append ON events FOR INSERT TO vaktplan_app WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY events_relay ON events TO vaktplan_relay USING (true) WITH CHECK (true);--> statement-breakpoint
GRANT SELECT, INSERT ON events TO vaktplan_app;--> statement-breakpoint
GRANT SELECT, UPDATE (dispatched_at) ON events TO vaktplan_relay;--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('ALTER TABLE events ATTACH PARTITION events_first FOR VALUES FROM (MINVALUE) TO (%L)',
    first_event_id(date_trunc('month', now(), 'UTC') + interval '1 month'));
  PERFORM setval('events_position_seq', coalesce((SELECT max(position) FROM events_first), 0) + 1, false);
END $$;--> statement-breakpoint
-- For ids of no month that there is: nothing is refused because of a clock or a job that did not run.
CREATE TABLE events_other PARTITION OF events DEFAULT;--> statement-breakpoint
ALTER TABLE events_other ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE events_other FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Makes the partitions of the coming months; attaching keeps nobody from writing. A month that has rows in `events_other`
-- already stays there. Nobody may read a partition by its own name. Returns how many were made.
CREATE FUNCTION make_event_partitions(months int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' SET lock_timeout = '2s' AS $$
DECLARE
  month timestamptz;
  part text;
  made int := 0;
BEGIN
  FOR ahead IN 1..months LOOP
    month := date_trunc('month', now()) + make_interval(months => ahead);
    part := 'events_' || to_char(month, 'YYYY_MM');
    CONTINUE WHEN to_regclass(part) IS NOT NULL;
    BEGIN
      EXECUTE format('CREATE TABLE %I (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
      EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', part);
      EXECUTE format('REVOKE ALL ON %I FROM PUBLIC, vaktplan_app, vaktplan_auth, vaktplan_relay', part);
      EXECUTE format('ALTER TABLE events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', part,
        first_event_id(month), first_event_id(month + interval '1 month'));
      made := made + 1;
    EXCEPTION WHEN check_violation THEN
      RAISE WARNING '% stays in events_other', part;
    END;
  END LOOP;
  RETURN made;
END $$;--> statement-breakpoint
-- Removes the partitions whose every id lies before; whoever calls has looked that nothing in them is needed any more.
CREATE FUNCTION drop_event_partitions(before timestamptz) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  part text;
  gone text[] := '{}';
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'events'::regclass
      AND substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''([0-9a-f-]+)''\)')::uuid <= first_event_id(before)
    ORDER BY 1
  LOOP
    EXECUTE format('DROP TABLE %I', part);
    gone := gone || part;
  END LOOP;
  RETURN gone;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION make_event_partitions(int), drop_event_partitions(timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION make_event_partitions(int), drop_event_partitions(timestamptz) TO vaktplan_relay;--> statement-breakpoint
SELECT make_event_partitions(12);
