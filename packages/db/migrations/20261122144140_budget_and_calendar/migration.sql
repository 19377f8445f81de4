CREATE TABLE "calendar_feeds" (
	"organization_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"user_id" uuid NOT NULL,
	"employee_id" uuid,
	"location_id" uuid,
	"token_hash" text NOT NULL UNIQUE,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "calendar_feeds_kind" CHECK ((kind = 'employee' and employee_id is not null and location_id is null)
        or (kind = 'location' and location_id is not null and employee_id is null))
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "demand_forecasts" (
	"organization_id" uuid,
	"id" uuid,
	"location_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"revenue_minor" bigint,
	"minutes" integer,
	"target_basis_points" integer,
	"currency" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demand_forecasts_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "demand_forecasts_day" UNIQUE("organization_id","location_id","local_date"),
	CONSTRAINT "demand_forecasts_revenue" CHECK (revenue_minor >= 0),
	CONSTRAINT "demand_forecasts_minutes" CHECK (minutes >= 0),
	CONSTRAINT "demand_forecasts_target" CHECK (target_basis_points between 0 and 100000),
	CONSTRAINT "demand_forecasts_currency" CHECK (currency ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "demand_forecasts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "revenue_days" (
	"organization_id" uuid,
	"id" uuid,
	"location_id" uuid NOT NULL,
	"local_date" date NOT NULL,
	"revenue_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revenue_days_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "revenue_days_day" UNIQUE("organization_id","location_id","local_date"),
	CONSTRAINT "revenue_days_revenue" CHECK (revenue_minor >= 0),
	CONSTRAINT "revenue_days_currency" CHECK (currency ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "revenue_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_one_of_employee" ON "calendar_feeds" ("organization_id","user_id","employee_id") WHERE revoked_at is null and employee_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_one_of_location" ON "calendar_feeds" ("organization_id","user_id","location_id") WHERE revoked_at is null and location_id is not null;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_gJ8PdhrOnAI7_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_beMsHTWm0WFr_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "demand_forecasts" ADD CONSTRAINT "demand_forecasts_5UTXxCnix66b_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "revenue_days" ADD CONSTRAINT "revenue_days_cqWA1gx6FzjJ_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
CREATE POLICY "calendar_feeds_tenant" ON "calendar_feeds" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "demand_forecasts_tenant" ON "demand_forecasts" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "revenue_days_tenant" ON "revenue_days" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['demand_forecasts', 'revenue_days', 'calendar_feeds'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON demand_forecasts, revenue_days, calendar_feeds TO vaktplan_app;
