CREATE TABLE "shift_template_items" (
	"organization_id" uuid,
	"id" uuid,
	"template_id" uuid NOT NULL,
	"day" integer NOT NULL,
	"start_minutes" integer NOT NULL,
	"end_minutes" integer NOT NULL,
	"department_id" uuid NOT NULL,
	"position_id" uuid,
	"employee_id" uuid,
	"notes" text,
	"breaks" jsonb DEFAULT '[]' NOT NULL,
	CONSTRAINT "shift_template_items_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "shift_template_items_day" CHECK (day between 0 and 363),
	CONSTRAINT "shift_template_items_times" CHECK (start_minutes between 0 and 1439 and end_minutes > start_minutes and end_minutes - start_minutes <= 1440)
);
--> statement-breakpoint
ALTER TABLE "shift_template_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shift_templates" (
	"organization_id" uuid,
	"id" uuid,
	"location_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"cycle_days" integer NOT NULL,
	"anchor_date" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shift_templates_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "shift_templates_kind" CHECK (kind in ('week', 'rotation')),
	CONSTRAINT "shift_templates_cycle" CHECK (cycle_days between 1 and 364 and (kind <> 'week' or cycle_days = 7))
);
--> statement-breakpoint
ALTER TABLE "shift_templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "shift_template_items_by_template" ON "shift_template_items" ("organization_id","template_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shift_templates_name" ON "shift_templates" ("organization_id","location_id",lower(name));--> statement-breakpoint
ALTER TABLE "shift_template_items" ADD CONSTRAINT "shift_template_items_NFlZ6S1vA186_fkey" FOREIGN KEY ("organization_id","template_id") REFERENCES "shift_templates"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "shift_template_items" ADD CONSTRAINT "shift_template_items_Q0jpbLIkFAAd_fkey" FOREIGN KEY ("organization_id","department_id") REFERENCES "departments"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shift_template_items" ADD CONSTRAINT "shift_template_items_5O0C9ECxRCwL_fkey" FOREIGN KEY ("organization_id","position_id") REFERENCES "positions"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shift_template_items" ADD CONSTRAINT "shift_template_items_y5Qn81L3uRAh_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shift_templates" ADD CONSTRAINT "shift_templates_WUlrnN8hE03f_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
CREATE POLICY "shift_template_items_tenant" ON "shift_template_items" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "shift_templates_tenant" ON "shift_templates" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE shift_templates FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE shift_template_items FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON shift_templates, shift_template_items TO vaktplan_app;
