import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.ts';
import type { ClosedDayRow } from './locations.ts';

/**
 * SQL: the days from `first` to `last` on which location `l` is closed, as `day` and `name`. A date outweighs its weekday.
 */
export const closedDaysSql = (first: string, last: string): string => `
  select g.day::date as day, d.name from generate_series(${first}, ${last}, interval '1 day') as g(day)
  left join closed_days d on d.organization_id = l.organization_id and d.location_id = l.id and d.local_date = g.day::date
  where case when d.id is not null then not d.open else extract(isodow from g.day)::int = any(l.closed_weekdays) end`;

/** The days of the range on which a location is closed, as YYYY-MM-DD. */
export async function findClosedDates(
  tx: Tx,
  orgId: string,
  locationId: string,
  range: { startDate: string; endDate: string },
): Promise<string[]> {
  const { rows } = await tx.$client.query<{ day: string }>({
    name: 'closed_dates',
    text: `select c.day::text as day from locations l cross join lateral (${closedDaysSql('$3::date', '$4::date')}) c
           where l.organization_id = $1 and l.id = $2`,
    values: [orgId, locationId, range.startDate, range.endDate],
  });
  return rows.map(({ day }) => day);
}

/** Puts these dates in place of the ones that were there. */
export async function replaceClosedDays(
  tx: Tx,
  orgId: string,
  locationId: string,
  days: readonly ClosedDayRow[],
): Promise<void> {
  await tx.$client.query({
    name: 'closed_days_clear',
    text: `delete from closed_days where organization_id = $1 and location_id = $2`,
    values: [orgId, locationId],
  });
  if (days.length === 0) return;
  await tx.$client.query({
    name: 'closed_days_insert',
    text: `insert into closed_days (organization_id, location_id, id, local_date, open, name)
           select $1, $2, r.* from unnest($3::uuid[], $4::date[], $5::boolean[], $6::text[]) as r`,
    values: [
      orgId,
      locationId,
      days.map(() => uuidv7()),
      days.map(({ date }) => date),
      days.map(({ open }) => open),
      days.map(({ name }) => name || null),
    ],
  });
}
