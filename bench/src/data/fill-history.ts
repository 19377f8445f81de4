import type pg from 'pg';

const DAYS = 14;

// whole days behind, entries as they are once settled
const HISTORY = `
  with day as (
    select e.organization_id, e.id as employee_id, l.id as location_id, l.zone, at, at + interval '8 hours' as until,
      uuidv7() as came, uuidv7() as went
    from employees e
    join locations l on l.organization_id = e.organization_id
    cross join generate_series(2, $2::int) day
    cross join lateral (select date_trunc('day', now()) - day * interval '1 day' as at) t
    where e.organization_id = $1
  ), punched as (
    insert into time_punches (organization_id, id, employee_id, kind, occurred_at, received_at, location_id, zone, source)
    select organization_id, id, employee_id, kind, moment, moment, location_id, zone, 'manager'
    from day cross join lateral (values (came, 'in', at), (went, 'out', until)) punch(id, kind, moment)
  )
  insert into time_entries (organization_id, id, employee_id, location_id, started_at, ended_at, counted_start, counted_end,
    zone, local_date, worked_minutes, opened_by, closed_by, punch_ids, settled_at, engine_version, inputs_hash)
  select organization_id, came, employee_id, location_id, at, until, at, until, zone, (at at time zone zone)::date, 480,
    came, went, array[came, went], until + interval '2 minutes', 1, 'history' from day`;

/** Two weeks of work behind everybody: empty tables would be read by plans that no installation has for long. */
export async function fillHistory(client: pg.Client, organizationId: string): Promise<void> {
  await client.query(HISTORY, [organizationId, DAYS]);
}
