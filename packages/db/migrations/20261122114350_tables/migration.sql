CREATE TABLE "employment_contracts" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"kind" text DEFAULT 'hourly' NOT NULL,
	"minutes_per_week" integer,
	"valid" daterange NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "employment_contracts_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "employment_contracts_valid" CHECK (not isempty(valid)),
	CONSTRAINT "employment_contracts_minutes" CHECK (minutes_per_week between 0 and 6000)
);
--> statement-breakpoint
ALTER TABLE "employment_contracts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pay_rates" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"position_id" uuid,
	"hourly_minor" integer NOT NULL,
	"valid" daterange NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_rates_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "pay_rates_valid" CHECK (not isempty(valid)),
	CONSTRAINT "pay_rates_amount" CHECK (hourly_minor >= 0)
);
--> statement-breakpoint
ALTER TABLE "pay_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "departments" (
	"organization_id" uuid,
	"id" uuid,
	"location_id" uuid NOT NULL,
	"name" text NOT NULL,
	"cost_centre" text,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "departments_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "departments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "employee_departments" (
	"organization_id" uuid,
	"employee_id" uuid,
	"department_id" uuid,
	CONSTRAINT "employee_departments_pkey" PRIMARY KEY("organization_id","employee_id","department_id")
);
--> statement-breakpoint
ALTER TABLE "employee_departments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "employee_positions" (
	"organization_id" uuid,
	"employee_id" uuid,
	"position_id" uuid,
	"valid" daterange DEFAULT '(,)' NOT NULL,
	CONSTRAINT "employee_positions_pkey" PRIMARY KEY("organization_id","employee_id","position_id")
);
--> statement-breakpoint
ALTER TABLE "employee_positions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "employees" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"number" text,
	"status" text DEFAULT 'active' NOT NULL,
	"last_day" date,
	"invited_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "employees_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "employees_status" CHECK (status in ('active', 'invited', 'deactivated'))
);
--> statement-breakpoint
ALTER TABLE "employees" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event_id" uuid NOT NULL,
	"event_type" text NOT NULL,
	"aggregate_id" text NOT NULL,
	"aggregate_type" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"metadata" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"dispatched_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"organization_id" uuid,
	"user_id" uuid,
	"route" text,
	"key" text,
	"body_hash" text NOT NULL,
	"response" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY("organization_id","user_id","route","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "job_runs" (
	"organization_id" uuid,
	"key" text,
	"attempts" integer DEFAULT 1 NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "job_runs_pkey" PRIMARY KEY("organization_id","key")
);
--> statement-breakpoint
ALTER TABLE "job_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "locations" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"address" text,
	"latitude" double precision,
	"longitude" double precision,
	"geofence_radius_meters" integer,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "locations_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "locations_geofence" CHECK ((latitude is null) = (longitude is null) and (latitude is null) = (geofence_radius_meters is null))
);
--> statement-breakpoint
ALTER TABLE "locations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL UNIQUE,
	"role" text NOT NULL,
	"location_id" uuid,
	"department_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "memberships_user" UNIQUE("organization_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"organization_id" uuid,
	"id" uuid,
	"membership_id" uuid NOT NULL,
	"role" text NOT NULL,
	"location_id" uuid,
	"department_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_assignments_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "role_assignments_once" UNIQUE NULLS NOT DISTINCT("organization_id","membership_id","role","location_id","department_id"),
	CONSTRAINT "role_assignments_role" CHECK (role in ('owner', 'admin', 'manager', 'employee')),
	CONSTRAINT "role_assignments_scope" CHECK (role = 'manager' or (location_id is null and department_id is null))
);
--> statement-breakpoint
ALTER TABLE "role_assignments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "devices" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"push_token" text,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "devices_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "devices_kind" CHECK (kind in ('web', 'ios', 'android', 'kiosk'))
);
--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notifications" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"link" text,
	"dedupe_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"currency" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"week_start" integer DEFAULT 1 NOT NULL,
	"external_id" text UNIQUE,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_week_start" CHECK (week_start between 1 and 7),
	CONSTRAINT "organizations_currency" CHECK (currency ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "positions" (
	"organization_id" uuid,
	"id" uuid,
	"department_id" uuid,
	"name" text NOT NULL,
	"color" text NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "positions_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "positions_color" CHECK (color ~* '^#[0-9a-f]{6}$')
);
--> statement-breakpoint
ALTER TABLE "positions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "skills" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"archived_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "skills_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "skills" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "schedules" (
	"organization_id" uuid,
	"id" uuid,
	"location_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"period" daterange NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "schedules_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "schedules_period" CHECK (not isempty(period)),
	CONSTRAINT "schedules_state" CHECK (state in ('draft', 'published'))
);
--> statement-breakpoint
ALTER TABLE "schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shift_publications" (
	"organization_id" uuid,
	"id" uuid,
	"publication_id" uuid NOT NULL,
	"shift_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"schedule_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"position_id" uuid,
	"employee_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"local_date" date NOT NULL,
	"notes" text,
	"breaks" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	CONSTRAINT "shift_publications_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "shift_publications_kind" CHECK (kind in ('published', 'removed')),
	CONSTRAINT "shift_publications_interval" CHECK (ends_at > starts_at)
);
--> statement-breakpoint
ALTER TABLE "shift_publications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shift_breaks" (
	"organization_id" uuid,
	"id" uuid,
	"shift_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"paid" boolean NOT NULL,
	"starts_at" timestamp with time zone,
	CONSTRAINT "shift_breaks_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "shift_breaks_minutes" CHECK (minutes between 1 and 240)
);
--> statement-breakpoint
ALTER TABLE "shift_breaks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shifts" (
	"organization_id" uuid,
	"id" uuid,
	"schedule_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	"position_id" uuid,
	"employee_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"local_date" date NOT NULL,
	"notes" text,
	"version" integer DEFAULT 1 NOT NULL,
	"published_version" integer,
	"publication_id" uuid,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	CONSTRAINT "shifts_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "shifts_interval" CHECK (ends_at > starts_at),
	CONSTRAINT "shifts_length" CHECK (ends_at - starts_at <= interval '24 hours')
);
--> statement-breakpoint
ALTER TABLE "shifts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "time_entries" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"shift_id" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"zone" text NOT NULL,
	"local_date" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_entries_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "time_entries_interval" CHECK (ended_at is null or ended_at > started_at)
);
--> statement-breakpoint
ALTER TABLE "time_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "time_entry_breaks" (
	"organization_id" uuid,
	"id" uuid,
	"time_entry_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"paid" boolean DEFAULT false NOT NULL,
	CONSTRAINT "time_entry_breaks_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "time_entry_breaks_interval" CHECK (ended_at is null or ended_at > started_at)
);
--> statement-breakpoint
ALTER TABLE "time_entry_breaks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "time_punches" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	"time_entry_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"location_id" uuid NOT NULL,
	"zone" text NOT NULL,
	"offline" boolean DEFAULT false NOT NULL,
	"device_id" uuid,
	"latitude" double precision,
	"longitude" double precision,
	"accuracy_meters" double precision,
	"age_seconds" double precision,
	"mocked" boolean,
	"user_id" uuid,
	CONSTRAINT "time_punches_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "time_punches_kind" CHECK (kind in ('in', 'out', 'break_start', 'break_end'))
);
--> statement-breakpoint
ALTER TABLE "time_punches" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "jwks" (
	"id" uuid PRIMARY KEY,
	"public_key" text NOT NULL,
	"private_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"alg" text,
	"crv" text
);
--> statement-breakpoint
ALTER TABLE "jwks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL UNIQUE,
	"ip_address" text,
	"user_agent" text,
	"user_id" uuid NOT NULL,
	"active_organization_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" uuid PRIMARY KEY,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" uuid NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "two_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"email" text NOT NULL UNIQUE,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"two_factor_enabled" boolean DEFAULT false,
	"external_id" text UNIQUE,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "departments_name" ON "departments" ("organization_id","location_id",lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "employee_departments_by_department" ON "employee_departments" ("organization_id","department_id");--> statement-breakpoint
CREATE UNIQUE INDEX "employees_email" ON "employees" ("organization_id",lower(email)) WHERE status <> 'deactivated';--> statement-breakpoint
CREATE UNIQUE INDEX "employees_number" ON "employees" ("organization_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "employees_user" ON "employees" ("organization_id","user_id");--> statement-breakpoint
CREATE INDEX "employees_by_name" ON "employees" ("organization_id",lower(name),"id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_event_id" ON "events" ("event_id");--> statement-breakpoint
CREATE INDEX "events_undispatched" ON "events" ("position") WHERE dispatched_at is null;--> statement-breakpoint
CREATE INDEX "events_by_aggregate" ON "events" ("organization_id","aggregate_type","aggregate_id","position");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "locations_name" ON "locations" ("organization_id",lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "invitations_by_employee" ON "invitations" ("organization_id","employee_id");--> statement-breakpoint
CREATE INDEX "memberships_by_user" ON "memberships" ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "devices_push_token" ON "devices" ("push_token");--> statement-breakpoint
CREATE INDEX "devices_by_user" ON "devices" ("organization_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" ("organization_id","user_id","dedupe_key");--> statement-breakpoint
CREATE INDEX "notifications_by_user" ON "notifications" ("organization_id","user_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" ("organization_id","user_id") WHERE read_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "positions_name" ON "positions" ("organization_id",coalesce(department_id, organization_id),lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "skills_name" ON "skills" ("organization_id",lower(name)) WHERE archived_at is null;--> statement-breakpoint
CREATE INDEX "shift_publications_by_day" ON "shift_publications" ("organization_id","local_date","employee_id");--> statement-breakpoint
CREATE INDEX "shift_publications_by_shift" ON "shift_publications" ("organization_id","shift_id","published_at");--> statement-breakpoint
CREATE INDEX "shift_publications_by_publication" ON "shift_publications" ("organization_id","publication_id");--> statement-breakpoint
CREATE INDEX "shift_breaks_by_shift" ON "shift_breaks" ("organization_id","shift_id");--> statement-breakpoint
CREATE INDEX "shifts_by_day" ON "shifts" ("organization_id","local_date","location_id");--> statement-breakpoint
CREATE INDEX "shifts_by_employee" ON "shifts" ("organization_id","employee_id","local_date");--> statement-breakpoint
CREATE UNIQUE INDEX "time_entries_one_open" ON "time_entries" ("organization_id","employee_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "time_entries_by_day" ON "time_entries" ("organization_id","local_date","location_id");--> statement-breakpoint
CREATE INDEX "time_entries_by_employee" ON "time_entries" ("organization_id","employee_id","started_at");--> statement-breakpoint
CREATE INDEX "time_entries_open" ON "time_entries" ("organization_id","location_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "time_entry_breaks_one_open" ON "time_entry_breaks" ("organization_id","time_entry_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "time_entry_breaks_by_entry" ON "time_entry_breaks" ("organization_id","time_entry_id");--> statement-breakpoint
CREATE INDEX "time_punches_by_employee" ON "time_punches" ("organization_id","employee_id","occurred_at");--> statement-breakpoint
CREATE INDEX "time_punches_by_entry" ON "time_punches" ("organization_id","time_entry_id");--> statement-breakpoint
CREATE INDEX "accounts_user_id_index" ON "accounts" ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" ("user_id");--> statement-breakpoint
CREATE INDEX "two_factors_user_id_index" ON "two_factors" ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" ("identifier");--> statement-breakpoint
ALTER TABLE "employment_contracts" ADD CONSTRAINT "employment_contracts_isXPmrPfZPkJ_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "pay_rates" ADD CONSTRAINT "pay_rates_CTNPCj72tlKH_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "pay_rates" ADD CONSTRAINT "pay_rates_kPX0l97OOeW1_fkey" FOREIGN KEY ("organization_id","position_id") REFERENCES "positions"("organization_id","id");--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_0ewHt9i9RBLi_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "employee_departments" ADD CONSTRAINT "employee_departments_wtnWeDz2wCVb_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "employee_departments" ADD CONSTRAINT "employee_departments_OnQYinwjHlV7_fkey" FOREIGN KEY ("organization_id","department_id") REFERENCES "departments"("organization_id","id");--> statement-breakpoint
ALTER TABLE "employee_positions" ADD CONSTRAINT "employee_positions_xQHKDKcUYqKa_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "employee_positions" ADD CONSTRAINT "employee_positions_GCJ7I7clcPtS_fkey" FOREIGN KEY ("organization_id","position_id") REFERENCES "positions"("organization_id","id");--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "employees" ADD CONSTRAINT "employees_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "job_runs" ADD CONSTRAINT "job_runs_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "locations" ADD CONSTRAINT "locations_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_qgLNfhjibbGT_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_VDsDk3uyjfW0_fkey" FOREIGN KEY ("organization_id","membership_id") REFERENCES "memberships"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_nIAA604U6hlw_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_g63llRvNZZtu_fkey" FOREIGN KEY ("organization_id","department_id") REFERENCES "departments"("organization_id","id");--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_ucAG1rywzntR_fkey" FOREIGN KEY ("organization_id","department_id") REFERENCES "departments"("organization_id","id");--> statement-breakpoint
ALTER TABLE "skills" ADD CONSTRAINT "skills_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_tQ9ZbpTeAa4t_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_ucAFYql2feSn_fkey" FOREIGN KEY ("organization_id","department_id") REFERENCES "departments"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shift_publications" ADD CONSTRAINT "shift_publications_07e1eSOYXT6J_fkey" FOREIGN KEY ("organization_id","shift_id") REFERENCES "shifts"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shift_publications" ADD CONSTRAINT "shift_publications_hsb0JRsvnezr_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shift_breaks" ADD CONSTRAINT "shift_breaks_hjKJib0G7ar6_fkey" FOREIGN KEY ("organization_id","shift_id") REFERENCES "shifts"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_BeYKMngrDrrU_fkey" FOREIGN KEY ("organization_id","schedule_id") REFERENCES "schedules"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_92ma5FuDkKZ8_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_j1t4tRHNVAok_fkey" FOREIGN KEY ("organization_id","department_id") REFERENCES "departments"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_whKJ4MluCn7g_fkey" FOREIGN KEY ("organization_id","position_id") REFERENCES "positions"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_3oae54tIYwmU_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_siXp4wt0GgoH_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_cmOdiDAvgjXv_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "time_entries" ADD CONSTRAINT "time_entries_hixdZObyyUJR_fkey" FOREIGN KEY ("organization_id","shift_id") REFERENCES "shifts"("organization_id","id");--> statement-breakpoint
ALTER TABLE "time_entry_breaks" ADD CONSTRAINT "time_entry_breaks_m3SHOO7YPHCP_fkey" FOREIGN KEY ("organization_id","time_entry_id") REFERENCES "time_entries"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "time_punches" ADD CONSTRAINT "time_punches_siX5EnfBSPXV_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "time_punches" ADD CONSTRAINT "time_punches_eT9NqIUD5LME_fkey" FOREIGN KEY ("organization_id","time_entry_id") REFERENCES "time_entries"("organization_id","id");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE;--> statement-breakpoint
CREATE POLICY "employment_contracts_tenant" ON "employment_contracts" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "pay_rates_tenant" ON "pay_rates" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "departments_tenant" ON "departments" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "employee_departments_tenant" ON "employee_departments" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "employee_positions_tenant" ON "employee_positions" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "employees_tenant" ON "employees" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "events_read" ON "events" AS PERMISSIVE FOR SELECT TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "events_append" ON "events" AS PERMISSIVE FOR INSERT TO "vaktplan_app" WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "events_relay" ON "events" AS PERMISSIVE FOR ALL TO "vaktplan_relay" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "idempotency_keys_tenant" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "job_runs_tenant" ON "job_runs" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "locations_tenant" ON "locations" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "invitations_tenant" ON "invitations" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "invitations_auth" ON "invitations" AS PERMISSIVE FOR SELECT TO "vaktplan_auth" USING (true);--> statement-breakpoint
CREATE POLICY "memberships_tenant" ON "memberships" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "memberships_auth" ON "memberships" AS PERMISSIVE FOR SELECT TO "vaktplan_auth" USING (true);--> statement-breakpoint
CREATE POLICY "role_assignments_tenant" ON "role_assignments" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "devices_tenant" ON "devices" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "notifications_tenant" ON "notifications" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "organizations_tenant" ON "organizations" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "organizations_auth" ON "organizations" AS PERMISSIVE FOR SELECT TO "vaktplan_auth" USING (true);--> statement-breakpoint
CREATE POLICY "positions_tenant" ON "positions" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "skills_tenant" ON "skills" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "schedules_tenant" ON "schedules" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "shift_publications_tenant" ON "shift_publications" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "shift_breaks_tenant" ON "shift_breaks" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "shifts_tenant" ON "shifts" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "time_entries_tenant" ON "time_entries" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "time_entry_breaks_tenant" ON "time_entry_breaks" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "time_punches_tenant" ON "time_punches" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "accounts_auth" ON "accounts" AS PERMISSIVE FOR ALL TO "vaktplan_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "jwks_auth" ON "jwks" AS PERMISSIVE FOR ALL TO "vaktplan_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sessions_auth" ON "sessions" AS PERMISSIVE FOR ALL TO "vaktplan_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "two_factors_auth" ON "two_factors" AS PERMISSIVE FOR ALL TO "vaktplan_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "users_auth" ON "users" AS PERMISSIVE FOR ALL TO "vaktplan_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "verifications_auth" ON "verifications" AS PERMISSIVE FOR ALL TO "vaktplan_auth" USING (true) WITH CHECK (true);