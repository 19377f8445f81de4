ALTER TABLE "devices" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "devices" ADD COLUMN "hours24" boolean;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "said" jsonb;