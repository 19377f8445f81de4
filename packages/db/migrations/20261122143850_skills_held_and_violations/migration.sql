CREATE TABLE "employee_skills" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"valid" daterange DEFAULT '(,)' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "employee_skills_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "employee_skills_valid" CHECK (not isempty(valid))
);
--> statement-breakpoint
ALTER TABLE "employee_skills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "position_skills" (
	"organization_id" uuid,
	"position_id" uuid,
	"skill_id" uuid,
	CONSTRAINT "position_skills_pkey" PRIMARY KEY("organization_id","position_id","skill_id")
);
--> statement-breakpoint
ALTER TABLE "position_skills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rule_violations" (
	"organization_id" uuid,
	"id" uuid,
	"shift_id" uuid NOT NULL,
	"shift_version" integer NOT NULL,
	"employee_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"severity" text NOT NULL,
	"subject_id" uuid,
	"window_from" timestamp with time zone NOT NULL,
	"window_to" timestamp with time zone NOT NULL,
	"unit" text NOT NULL,
	"actual" integer,
	"limit" integer,
	"source" text NOT NULL,
	"override_by" uuid,
	"override_reason" text,
	"override_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_violations_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "rule_violations_severity" CHECK (severity in ('block', 'warn', 'info')),
	CONSTRAINT "rule_violations_unit" CHECK (unit in ('minutes', 'day')),
	CONSTRAINT "rule_violations_window" CHECK (window_to > window_from)
);
--> statement-breakpoint
ALTER TABLE "rule_violations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "employee_skills_by_skill" ON "employee_skills" ("organization_id","skill_id");--> statement-breakpoint
CREATE INDEX "position_skills_by_skill" ON "position_skills" ("organization_id","skill_id");--> statement-breakpoint
CREATE INDEX "rule_violations_by_shift" ON "rule_violations" ("organization_id","shift_id","override_at");--> statement-breakpoint
CREATE INDEX "rule_violations_by_employee" ON "rule_violations" ("organization_id","employee_id","window_from");--> statement-breakpoint
ALTER TABLE "employee_skills" ADD CONSTRAINT "employee_skills_WeRpqnh8xz44_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "employee_skills" ADD CONSTRAINT "employee_skills_02jbyQIUSqaa_fkey" FOREIGN KEY ("organization_id","skill_id") REFERENCES "skills"("organization_id","id");--> statement-breakpoint
ALTER TABLE "position_skills" ADD CONSTRAINT "position_skills_B9PBoezHeNyD_fkey" FOREIGN KEY ("organization_id","position_id") REFERENCES "positions"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "position_skills" ADD CONSTRAINT "position_skills_02jbBUDPYT59_fkey" FOREIGN KEY ("organization_id","skill_id") REFERENCES "skills"("organization_id","id");--> statement-breakpoint
ALTER TABLE "rule_violations" ADD CONSTRAINT "rule_violations_wpjhkAcyh0vQ_fkey" FOREIGN KEY ("organization_id","shift_id") REFERENCES "shifts"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "rule_violations" ADD CONSTRAINT "rule_violations_xizwjckXNL8q_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
CREATE POLICY "employee_skills_tenant" ON "employee_skills" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "position_skills_tenant" ON "position_skills" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "rule_violations_tenant" ON "rule_violations" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE employee_skills ADD CONSTRAINT employee_skills_no_overlap
  EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, skill_id WITH =, valid WITH &&);
--> statement-breakpoint
ALTER TABLE employee_skills FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE position_skills FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE rule_violations FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON employee_skills, position_skills TO vaktplan_app;
--> statement-breakpoint
-- Facts: written once, read for ever.
GRANT SELECT, INSERT ON rule_violations TO vaktplan_app;
