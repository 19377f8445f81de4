-- A service is ready when the database has what it was built for: it may look, and only look.
GRANT USAGE ON SCHEMA drizzle TO vaktplan_app, vaktplan_relay;--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO vaktplan_app, vaktplan_relay;
