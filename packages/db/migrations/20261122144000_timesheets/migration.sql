CREATE TABLE "approval_tolerances" (
	"organization_id" uuid,
	"location_id" uuid,
	"automatic" boolean DEFAULT false NOT NULL,
	"start_minutes" integer NOT NULL,
	"end_minutes" integer NOT NULL,
	"total_minutes" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "approval_tolerances_pkey" PRIMARY KEY("organization_id","location_id"),
	CONSTRAINT "approval_tolerances_minutes" CHECK (start_minutes between 0 and 240 and end_minutes between 0 and 240 and total_minutes between 0 and 480)
);
--> statement-breakpoint
ALTER TABLE "approval_tolerances" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pay_periods" (
	"organization_id" uuid,
	"id" uuid,
	"period" daterange NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"relock_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_periods_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "pay_periods_state" CHECK (state in ('open', 'closed', 'locked')),
	CONSTRAINT "pay_periods_relock" CHECK (relock_at is null or state <> 'locked'),
	CONSTRAINT "pay_periods_bounded" CHECK (not isempty(period) and not lower_inf(period) and not upper_inf(period) and upper(period) - lower(period) <= 62)
);
--> statement-breakpoint
ALTER TABLE "pay_periods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "timesheet_settings" (
	"organization_id" uuid PRIMARY KEY,
	"frequency" text DEFAULT 'monthly' NOT NULL,
	"anchor" date DEFAULT '2024-01-01' NOT NULL,
	"relock_hours" integer DEFAULT 24 NOT NULL,
	"position_retention_days" integer DEFAULT 90 NOT NULL,
	"photo_retention_days" integer DEFAULT 30 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "timesheet_settings_frequency" CHECK (frequency in ('weekly', 'two_weekly', 'monthly')),
	CONSTRAINT "timesheet_settings_anchor" CHECK (frequency <> 'monthly' or extract(day from anchor) between 1 and 28),
	CONSTRAINT "timesheet_settings_relock" CHECK (relock_hours between 1 and 168),
	CONSTRAINT "timesheet_settings_retention" CHECK (position_retention_days between 1 and 3650 and photo_retention_days between 1 and 3650)
);
--> statement-breakpoint
ALTER TABLE "timesheet_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "approvals" (
	"organization_id" uuid,
	"id" uuid,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"employee_id" uuid,
	"step" text NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"actor_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "approvals_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "approvals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "time_entry_reviews" (
	"organization_id" uuid,
	"time_entry_id" uuid,
	"state" text NOT NULL,
	"entry_version" integer NOT NULL,
	"reason" text,
	"automatic" boolean DEFAULT false NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "time_entry_reviews_pkey" PRIMARY KEY("organization_id","time_entry_id"),
	CONSTRAINT "time_entry_reviews_state" CHECK (state in ('approved', 'rejected', 'reopened')),
	CONSTRAINT "time_entry_reviews_reason" CHECK (state <> 'rejected' or length(reason) > 0)
);
--> statement-breakpoint
ALTER TABLE "time_entry_reviews" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "timesheet_adjustments" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"pay_period_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"punch_id" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"minutes" integer,
	"counted_in_id" uuid,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "timesheet_adjustments_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "timesheet_adjustments_state" CHECK (state in ('open', 'counted', 'dismissed') and (state = 'open') = (decided_at is null)
        and (state = 'counted') = (minutes is not null) and (state = 'counted') = (counted_in_id is not null)),
	CONSTRAINT "timesheet_adjustments_minutes" CHECK (minutes between -2880 and 2880)
);
--> statement-breakpoint
ALTER TABLE "timesheet_adjustments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "timesheet_corrections" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"time_entry_id" uuid,
	"entry_version" integer,
	"location_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"zone" text NOT NULL,
	"before" jsonb,
	"requested" jsonb NOT NULL,
	"comment" text NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"proposed_by" uuid,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "timesheet_corrections_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "timesheet_corrections_state" CHECK (state in ('proposed', 'accepted', 'declined', 'withdrawn') and (state = 'proposed') = (decided_at is null)),
	CONSTRAINT "timesheet_corrections_reason" CHECK (state <> 'declined' or length(reason) > 0)
);
--> statement-breakpoint
ALTER TABLE "timesheet_corrections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "timesheets" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"pay_period_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	"approved_entries" integer DEFAULT 0 NOT NULL,
	"counted_minutes" integer DEFAULT 0 NOT NULL,
	"break_minutes" integer DEFAULT 0 NOT NULL,
	"adjustment_minutes" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "timesheets_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "timesheets_once" UNIQUE("organization_id","pay_period_id","employee_id"),
	CONSTRAINT "timesheets_state" CHECK (state in ('open', 'submitted', 'approved', 'locked'))
);
--> statement-breakpoint
ALTER TABLE "timesheets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "approvals_by_subject" ON "approvals" ("organization_id","subject_type","subject_id","decided_at");--> statement-breakpoint
CREATE INDEX "approvals_by_employee" ON "approvals" ("organization_id","employee_id","decided_at");--> statement-breakpoint
CREATE UNIQUE INDEX "timesheet_adjustments_punch" ON "timesheet_adjustments" ("organization_id","punch_id");--> statement-breakpoint
CREATE INDEX "timesheet_adjustments_by_employee" ON "timesheet_adjustments" ("organization_id","employee_id","local_date");--> statement-breakpoint
CREATE INDEX "timesheet_adjustments_counted" ON "timesheet_adjustments" ("organization_id","counted_in_id");--> statement-breakpoint
CREATE UNIQUE INDEX "timesheet_corrections_one_proposal" ON "timesheet_corrections" ("organization_id","time_entry_id") WHERE state = 'proposed';--> statement-breakpoint
CREATE INDEX "timesheet_corrections_by_day" ON "timesheet_corrections" ("organization_id","local_date");--> statement-breakpoint
CREATE INDEX "timesheet_corrections_by_employee" ON "timesheet_corrections" ("organization_id","employee_id","local_date");--> statement-breakpoint
CREATE INDEX "timesheets_by_employee" ON "timesheets" ("organization_id","employee_id");--> statement-breakpoint
ALTER TABLE "approval_tolerances" ADD CONSTRAINT "approval_tolerances_IqLCqu6PieWx_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "pay_periods" ADD CONSTRAINT "pay_periods_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "timesheet_settings" ADD CONSTRAINT "timesheet_settings_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_CTNPEwCFZB7B_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "time_entry_reviews" ADD CONSTRAINT "time_entry_reviews_bDIueg9j44ww_fkey" FOREIGN KEY ("organization_id","time_entry_id") REFERENCES "time_entries"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "timesheet_adjustments" ADD CONSTRAINT "timesheet_adjustments_Y9ScXr4wejIU_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "timesheet_adjustments" ADD CONSTRAINT "timesheet_adjustments_eeDMYoI8hRJ2_fkey" FOREIGN KEY ("organization_id","pay_period_id") REFERENCES "pay_periods"("organization_id","id");--> statement-breakpoint
ALTER TABLE "timesheet_adjustments" ADD CONSTRAINT "timesheet_adjustments_sK6krSfNUEAk_fkey" FOREIGN KEY ("organization_id","counted_in_id") REFERENCES "pay_periods"("organization_id","id");--> statement-breakpoint
ALTER TABLE "timesheet_adjustments" ADD CONSTRAINT "timesheet_adjustments_yaBMKfVOiOI3_fkey" FOREIGN KEY ("organization_id","punch_id") REFERENCES "time_punches"("organization_id","id");--> statement-breakpoint
ALTER TABLE "timesheet_corrections" ADD CONSTRAINT "timesheet_corrections_0URtCtXpNILT_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "timesheet_corrections" ADD CONSTRAINT "timesheet_corrections_DkN9F33o2krF_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_fHBbWy2kNLeG_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "timesheets" ADD CONSTRAINT "timesheets_jNTS7fUs4SO6_fkey" FOREIGN KEY ("organization_id","pay_period_id") REFERENCES "pay_periods"("organization_id","id");--> statement-breakpoint
CREATE POLICY "approval_tolerances_tenant" ON "approval_tolerances" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "pay_periods_tenant" ON "pay_periods" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "timesheet_settings_tenant" ON "timesheet_settings" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "approvals_tenant" ON "approvals" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "time_entry_reviews_tenant" ON "time_entry_reviews" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "timesheet_adjustments_tenant" ON "timesheet_adjustments" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "timesheet_corrections_tenant" ON "timesheet_corrections" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "timesheets_tenant" ON "timesheets" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE pay_periods ADD CONSTRAINT pay_periods_no_overlap
  EXCLUDE USING gist (organization_id WITH =, period WITH &&);
--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['timesheet_settings', 'approval_tolerances', 'pay_periods', 'timesheets',
    'time_entry_reviews', 'timesheet_corrections', 'timesheet_adjustments', 'approvals'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON timesheet_settings, approval_tolerances, pay_periods, timesheets, time_entry_reviews,
  timesheet_corrections, timesheet_adjustments TO vaktplan_app;
--> statement-breakpoint
-- Facts: written once, read for ever.
GRANT SELECT, INSERT ON approvals TO vaktplan_app;
--> statement-breakpoint
-- What was paid stays as it was: no entry of a locked period is added, changed or taken away, by whatever code.
CREATE FUNCTION refuse_locked_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM pay_periods p WHERE p.state = 'locked'
      AND ((TG_OP <> 'INSERT' AND p.organization_id = OLD.organization_id AND p.period @> OLD.local_date)
        OR (TG_OP <> 'DELETE' AND p.organization_id = NEW.organization_id AND p.period @> NEW.local_date))
  ) THEN
    RAISE EXCEPTION 'the pay period is locked' USING ERRCODE = '23514', CONSTRAINT = 'time_entries_locked';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER time_entries_locked BEFORE INSERT OR UPDATE OR DELETE ON time_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_locked_entries();
