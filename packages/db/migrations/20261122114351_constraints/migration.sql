-- What the schema language cannot say.

-- Nobody is in two places at once, in the working copy. Half-open intervals: a shift may start when another ends.
ALTER TABLE shifts ADD CONSTRAINT shifts_no_double_booking
  EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
  WHERE (employee_id IS NOT NULL AND deleted_at IS NULL);
--> statement-breakpoint
ALTER TABLE time_entries ADD CONSTRAINT time_entries_no_overlap
  EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, tstzrange(started_at, ended_at, '[)') WITH &&);
--> statement-breakpoint
ALTER TABLE schedules ADD CONSTRAINT schedules_no_overlap
  EXCLUDE USING gist (organization_id WITH =, department_id WITH =, period WITH &&);
--> statement-breakpoint
ALTER TABLE employment_contracts ADD CONSTRAINT employment_contracts_no_overlap
  EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, valid WITH &&);
--> statement-breakpoint
ALTER TABLE pay_rates ADD CONSTRAINT pay_rates_no_overlap
  EXCLUDE USING gist (organization_id WITH =, employee_id WITH =, (coalesce(position_id, organization_id)) WITH =, valid WITH &&);
--> statement-breakpoint
ALTER TABLE shifts ADD CONSTRAINT shifts_publication_fk
  FOREIGN KEY (organization_id, publication_id) REFERENCES shift_publications (organization_id, id);
--> statement-breakpoint
-- Row-level security binds the owner of the tables too.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO vaktplan_app, vaktplan_auth, vaktplan_relay;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  organizations, memberships, role_assignments, invitations, locations, departments, positions, skills, employees,
  employee_departments, employee_positions, employment_contracts, pay_rates, schedules, shifts, shift_breaks,
  time_entries, time_entry_breaks, notifications, devices, idempotency_keys, job_runs
  TO vaktplan_app;
--> statement-breakpoint
-- Facts: written once, read for ever.
GRANT SELECT, INSERT ON shift_publications, time_punches, events TO vaktplan_app;
--> statement-breakpoint
-- The guard asks whether a session still stands; it sees no token and no address.
GRANT SELECT (id, user_id, expires_at) ON sessions TO vaktplan_app;
--> statement-breakpoint
CREATE POLICY sessions_standing ON sessions FOR SELECT TO vaktplan_app USING (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, accounts, verifications, jwks, two_factors TO vaktplan_auth;
--> statement-breakpoint
GRANT SELECT ON organizations, memberships, invitations TO vaktplan_auth;
--> statement-breakpoint
GRANT SELECT ON events TO vaktplan_relay;
--> statement-breakpoint
GRANT UPDATE (dispatched_at) ON events TO vaktplan_relay;
--> statement-breakpoint
-- The scheduler needs each organisation's zone to start its jobs at local times.
GRANT SELECT (id, zone) ON organizations TO vaktplan_relay;
--> statement-breakpoint
CREATE POLICY organizations_relay ON organizations FOR SELECT TO vaktplan_relay USING (true);
