import type pg from 'pg';

const DAYS = 14;

const ENTRIES = `
  insert into time_entries (organization_id, id, employee_id, location_id, started_at, ended_at, zone, local_date)
  select e.organization_id, uuidv7(), e.id, l.id, at, at + interval '8 hours', l.zone, (at at time zone l.zone)::date
  from employees e
  join locations l on l.organization_id = e.organization_id
  cross join generate_series(2, $2::int) day
  cross join lateral (select date_trunc('day', now()) - day * interval '1 day' as at) t
  where e.organization_id = $1`;

const PUNCHES = `
  insert into time_punches (organization_id, id, employee_id, time_entry_id, kind, occurred_at, received_at, location_id, zone)
  select t.organization_id, uuidv7(), t.employee_id, t.id, kind, at, at, t.location_id, t.zone
  from time_entries t cross join lateral (values ('in', t.started_at), ('out', t.ended_at)) punch(kind, at)
  where t.organization_id = $1`;

/** Two weeks of work behind everybody: empty tables would be read by plans that no installation has for long. */
export async function fillHistory(client: pg.Client, organizationId: string): Promise<void> {
  await client.query(ENTRIES, [organizationId, DAYS]);
  await client.query(PUNCHES, [organizationId]);
}
