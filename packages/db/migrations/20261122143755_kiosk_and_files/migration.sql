CREATE TABLE "files" (
	"organization_id" uuid,
	"id" uuid,
	"purpose" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"employee_id" uuid NOT NULL,
	"location_id" uuid NOT NULL,
	"punch_id" uuid,
	"device_id" uuid,
	"user_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stored_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"gone_at" timestamp with time zone,
	CONSTRAINT "files_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "files_purpose" CHECK (purpose in ('punch_photo')),
	CONSTRAINT "files_state" CHECK (state in ('pending', 'stored', 'removed')),
	CONSTRAINT "files_size" CHECK (size_bytes between 1 and 20000000),
	CONSTRAINT "files_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "files" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "employee_pins" (
	"organization_id" uuid,
	"employee_id" uuid,
	"pin_hash" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" uuid,
	CONSTRAINT "employee_pins_pkey" PRIMARY KEY("organization_id","employee_id")
);
--> statement-breakpoint
ALTER TABLE "employee_pins" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "time_clock_devices" (
	"organization_id" uuid,
	"id" uuid,
	"location_id" uuid NOT NULL,
	"department_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"name" text NOT NULL,
	"identification" text DEFAULT 'name_and_pin' NOT NULL,
	"photo" text DEFAULT 'off' NOT NULL,
	"unscheduled" boolean DEFAULT true NOT NULL,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"token_hash" text,
	"previous_token_hash" text,
	"token_issued_at" timestamp with time zone,
	"enrolled_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	"clock_skew_ms" integer,
	"revoked_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "time_clock_devices_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "time_clock_devices_identification" CHECK (identification in ('pin', 'name', 'name_and_pin')),
	CONSTRAINT "time_clock_devices_photo" CHECK (photo in ('off', 'optional', 'required')),
	CONSTRAINT "time_clock_devices_code_expires" CHECK ((code_hash is null) = (code_expires_at is null)),
	CONSTRAINT "time_clock_devices_revoked" CHECK (revoked_at is null or (token_hash is null and previous_token_hash is null and code_hash is null))
);
--> statement-breakpoint
ALTER TABLE "time_clock_devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "files_by_punch" ON "files" ("organization_id","punch_id");--> statement-breakpoint
CREATE INDEX "files_by_employee" ON "files" ("organization_id","employee_id","created_at");--> statement-breakpoint
CREATE INDEX "files_to_sweep" ON "files" ("organization_id","created_at") WHERE state = 'pending' or (state = 'removed' and gone_at is null);--> statement-breakpoint
CREATE UNIQUE INDEX "time_clock_devices_code" ON "time_clock_devices" ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "time_clock_devices_name" ON "time_clock_devices" ("organization_id","location_id",lower(name)) WHERE revoked_at is null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_3zy7hDRcoB1Q_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_UjVJOplDc9eg_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_azDw6rd0Q0kR_fkey" FOREIGN KEY ("organization_id","punch_id") REFERENCES "time_punches"("organization_id","id");--> statement-breakpoint
ALTER TABLE "employee_pins" ADD CONSTRAINT "employee_pins_dOah9l1HZTVC_fkey" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "time_clock_devices" ADD CONSTRAINT "time_clock_devices_gOiqVcGoXzwJ_fkey" FOREIGN KEY ("organization_id","location_id") REFERENCES "locations"("organization_id","id");--> statement-breakpoint
CREATE POLICY "files_tenant" ON "files" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "employee_pins_tenant" ON "employee_pins" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "time_clock_devices_tenant" ON "time_clock_devices" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "time_clock_devices_auth" ON "time_clock_devices" AS PERMISSIVE FOR SELECT TO "vaktplan_auth" USING (true);--> statement-breakpoint
ALTER TABLE time_clock_devices FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE employee_pins FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE files FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON time_clock_devices, employee_pins, files TO vaktplan_app;
--> statement-breakpoint
-- A tablet that types its one-time code cannot say whose it is: that much is found without an organisation.
GRANT SELECT (organization_id, id, code_hash) ON time_clock_devices TO vaktplan_auth;
