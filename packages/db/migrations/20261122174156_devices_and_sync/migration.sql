CREATE TABLE "notification_settings" (
	"organization_id" uuid,
	"user_id" uuid,
	"push_off" text[] DEFAULT '{}'::text[] NOT NULL,
	"email_off" text[] DEFAULT '{}'::text[] NOT NULL,
	"quiet_from" text,
	"quiet_to" text,
	"zone" text,
	"reminder_minutes" integer,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notification_settings_pkey" PRIMARY KEY("organization_id","user_id"),
	CONSTRAINT "notification_settings_quiet" CHECK ((quiet_from is null) = (quiet_to is null) and quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        and quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and quiet_from <> quiet_to),
	CONSTRAINT "notification_settings_reminder" CHECK (reminder_minutes between 5 and 180)
);
--> statement-breakpoint
ALTER TABLE "notification_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sync_cursors" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid NOT NULL,
	"base_id" uuid,
	"held" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sync_cursors_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "sync_cursors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "provider" text;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "app_version" text;--> statement-breakpoint
CREATE INDEX "sync_cursors_by_user" ON "sync_cursors" ("organization_id","user_id","created_at");--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "sync_cursors" ADD CONSTRAINT "sync_cursors_organization_id_organizations_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id");--> statement-breakpoint
ALTER TABLE "sync_cursors" ADD CONSTRAINT "sync_cursors_user_id_users_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id");--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_provider" CHECK (provider in ('fcm', 'apns'));--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_push" CHECK ((push_token is null) = (provider is null));--> statement-breakpoint
CREATE POLICY "devices_token_read" ON "devices" AS PERMISSIVE FOR SELECT TO "vaktplan_app" USING (push_token = nullif(current_setting('app.push_token', true), ''));--> statement-breakpoint
CREATE POLICY "devices_token_taken" ON "devices" AS PERMISSIVE FOR DELETE TO "vaktplan_app" USING (push_token = nullif(current_setting('app.push_token', true), ''));--> statement-breakpoint
CREATE POLICY "notification_settings_tenant" ON "notification_settings" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sync_cursors_tenant" ON "sync_cursors" AS PERMISSIVE FOR ALL TO "vaktplan_app" USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE notification_settings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE sync_cursors FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON notification_settings, sync_cursors TO vaktplan_app;
