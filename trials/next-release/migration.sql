-- What a next release may bring, applied by trials/deploy.trial.ts under the version that runs; never part of a release.
ALTER TABLE "shifts" ADD COLUMN "trial_colour" text;--> statement-breakpoint
ALTER TABLE "employees" ADD COLUMN "trial_seats" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE TABLE "trial_seats" (
	"organization_id" uuid,
	"id" uuid,
	"employee_id" uuid NOT NULL,
	CONSTRAINT "trial_seats_pkey" PRIMARY KEY("organization_id","id")
);--> statement-breakpoint
ALTER TABLE "trial_seats" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "trial_seats" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "trial_seats" TO vaktplan_app;--> statement-breakpoint
ALTER TABLE "trial_seats" ADD CONSTRAINT "trial_seats_employee" FOREIGN KEY ("organization_id","employee_id") REFERENCES "employees"("organization_id","id");--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_trial_colour" CHECK (trial_colour in ('red', 'blue')) NOT VALID;--> statement-breakpoint
ALTER TABLE "shifts" VALIDATE CONSTRAINT "shifts_trial_colour";--> statement-breakpoint
CREATE INDEX "shifts_by_trial_colour" ON "shifts" ("organization_id","trial_colour");--> statement-breakpoint
UPDATE "shifts" SET trial_colour = 'red' WHERE trial_colour is null;
