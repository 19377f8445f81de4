CREATE TABLE "time_policies" (
	"organization_id" uuid,
	"id" uuid,
	"location_id" uuid,
	"valid" daterange NOT NULL,
	"settings" jsonb NOT NULL,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_policies_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "time_policies_valid" CHECK (not isempty(valid))
);
--> statement-breakpoint
ALTER TABLE "time_policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "time_punches" DROP CONSTRAINT "time_punches_eT9NqIUD5LME_fkey";--> statement-breakpoint
DROP INDEX "time_punches_by_employee";--> statement-breakpoint
DROP INDEX "time_punches_by_entry";--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "counted_start" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "counted_end" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "worked_minutes" integer;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "deducted_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "flags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "deviations" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "days" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "opened_by" uuid;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "closed_by" uuid;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "punch_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "policy_id" uuid;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "policy_version" integer;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "engine_version" integer;--> statement-breakpoint
ALTER TABLE "time_entries" ADD COLUMN "inputs_hash" text;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "happened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "monotonic_ms" double precision;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "boot_id" uuid;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "sequence" integer;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "source" text DEFAULT 'web' NOT NULL;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "flags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "photo_key" text;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "corrected_by" uuid;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "correction_id" uuid;--> statement-breakpoint
ALTER TABLE "time_punches" ADD COLUMN "break_paid" boolean;--> statement-breakpoint
ALTER TABLE "time_punches" ALTER COLUMN "time_entry_id" DROP NOT NULL;--> statement-breakpoint
CREATE INDEX "time_punches_by_person" ON "time_punches" ("organization_id","employee_id",coalesce(happened_at, occurred_at));--> statement-breakpoint
CREATE INDEX "time_punches_corrections" ON "time_punches" ("organization_id","replaces_id") WHERE replaces_id is not null;--> statement-breakpoint
CREATE INDEX "time_policies_by_location" ON "time_policies" ("organization_id","location_id");--> statement-breakpoint
ALTER TABLE "time_policies" ADD CONSTRAINT "time_policies_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "time_policies" ADD CONSTRAINT "time_policies_zuRF5IKWElf5_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_counted" CHECK (counted_end is null or counted_end >= counted_start);--> statement-breakpoint
ALTER TABLE "time_punches" ADD CONSTRAINT "time_punches_void" CHECK (kind <> 'void' or replaces_id is not null);--> statement-breakpoint
ALTER TABLE "time_entries" DROP CONSTRAINT "time_entries_interval", ADD CONSTRAINT "time_entries_interval" CHECK (ended_at is null or ended_at >= started_at);--> statement-breakpoint
ALTER TABLE "time_entry_breaks" DROP CONSTRAINT "time_entry_breaks_interval", ADD CONSTRAINT "time_entry_breaks_interval" CHECK (ended_at is null or ended_at >= started_at);--> statement-breakpoint
ALTER TABLE "time_punches" DROP CONSTRAINT "time_punches_kind", ADD CONSTRAINT "time_punches_kind" CHECK (kind in ('in', 'out', 'break_start', 'break_end', 'void'));--> statement-breakpoint
CREATE POLICY "time_policies_tenant" ON "time_policies" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE time_policies ADD CONSTRAINT time_policies_no_overlap
  EXCLUDE USING gist (organization_id WITH =, (coalesce(location_id, organization_id)) WITH =, valid WITH &&);
--> statement-breakpoint
-- Checked when the transaction ends: recomputed neighbours change in one statement, in whatever order.
ALTER TABLE time_entries DROP CONSTRAINT time_entries_no_overlap;
--> statement-breakpoint
ALTER TABLE time_entries ADD CONSTRAINT time_entries_no_overlap
  EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, tstzrange(started_at, ended_at, '[)') WITH &&)
  DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE time_policies FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON time_policies TO vaktplan_app;
