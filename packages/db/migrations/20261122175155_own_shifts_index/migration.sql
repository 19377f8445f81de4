DROP INDEX "time_entries_open";--> statement-breakpoint
CREATE INDEX "shift_publications_by_employee" ON "shift_publications" ("organization_id","employee_id","local_date") WHERE kind = 'published';