CREATE TABLE "closed_days" (
	"organization_id" uuid,
	"id" uuid,
	"location_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	"name" text,
	CONSTRAINT "closed_days_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "closed_days_date" UNIQUE("organization_id","location_id","local_date")
);
--> statement-breakpoint
ALTER TABLE "closed_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "locations" ADD COLUMN "closed_weekdays" integer[] DEFAULT '{}'::integer[] NOT NULL;--> statement-breakpoint
ALTER TABLE "shift_templates" ADD COLUMN "on_closed_days" text DEFAULT 'skip' NOT NULL;--> statement-breakpoint
ALTER TABLE "closed_days" ADD CONSTRAINT "closed_days_0exRjUs6C9ZJ_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_closed_weekdays" CHECK (closed_weekdays <@ array[1, 2, 3, 4, 5, 6, 7]);--> statement-breakpoint
ALTER TABLE "shift_templates" ADD CONSTRAINT "shift_templates_closed" CHECK (on_closed_days in ('skip', 'keep'));--> statement-breakpoint
CREATE POLICY "closed_days_tenant" ON "closed_days" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE closed_days FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON closed_days TO vaktplan_app;
