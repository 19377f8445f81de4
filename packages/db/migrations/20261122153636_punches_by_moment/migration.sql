ALTER INDEX "time_punches_by_person" RENAME TO "time_punches_by_moment";--> statement-breakpoint
DROP INDEX "time_punches_by_moment";--> statement-breakpoint
CREATE INDEX "time_punches_by_moment" ON "time_punches" ("organization_id","employee_id",(case when happened_at is null then occurred_at else happened_at end));