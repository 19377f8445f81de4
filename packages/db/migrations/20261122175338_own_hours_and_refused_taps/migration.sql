CREATE TABLE "refused_taps" (
	"organization_id" uuid,
	"id" uuid,
	"kiosk_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"employee_id" uuid,
	"kind" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"problem" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refused_taps_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "refused_taps_kind" CHECK (kind in ('in', 'out', 'break_start', 'break_end')),
	CONSTRAINT "refused_taps_state" CHECK (state in ('open', 'counted', 'dismissed') and (state = 'open') = (decided_at is null)
        and (state <> 'counted' or employee_id is not null) and (state <> 'dismissed' or length(reason) > 0))
);
--> statement-breakpoint
ALTER TABLE "refused_taps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "timesheet_settings" ADD COLUMN "own_approval" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "refused_taps_open" ON "refused_taps" ("organization_id","occurred_at") WHERE state = 'open';--> statement-breakpoint
ALTER TABLE "refused_taps" ADD CONSTRAINT "refused_taps_cp4nHFZkYsx8_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "refused_taps" ADD CONSTRAINT "refused_taps_sldztyRQooYk_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
CREATE POLICY "refused_taps_tenant" ON "refused_taps" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE refused_taps FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON refused_taps TO vaktplan_app;
