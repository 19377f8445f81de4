import type { Database } from '../database.ts';
import { LOCATIONS, POLICIES, type ClockLocation, type PolicyRow } from './person-clocks.ts';
import { ENTRY_COLUMNS, withBreaks, type TimeEntryRow } from './time-entries.ts';

export type ClockShiftRow = {
  id: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  localDate: string;
  locationId: string;
  locationName: string;
  positionName: string | null;
};

/**
 * A person's latest entries (newest first), the published shifts of some days that ended after a moment, where the person belongs,
 * and what places are punched by. One round trip.
 */
export async function findClock(
  db: Database,
  orgId: string,
  asked: { employeeId: string; endedAfter: string; shiftDates: string[]; entries: number },
): Promise<{
  entries: TimeEntryRow[];
  shifts: ClockShiftRow[];
  homeLocationId: string | null;
  locations: ClockLocation[];
  policies: PolicyRow[];
}> {
  const [entries, shifts, home, locations, policies] = await db.read(orgId, [
    {
      name: 'clock_entries',
      text: `select ${ENTRY_COLUMNS} from time_entries t where t.organization_id = $1 and t.employee_id = $2
             order by t.started_at desc limit $3`,
      values: [orgId, asked.employeeId, asked.entries],
    },
    {
      name: 'clock_shifts',
      text: `select p.shift_id as id, p.starts_at as "startsAt", p.ends_at as "endsAt", p.zone, p.local_date as "localDate",
               l.id as "locationId", l.name as "locationName", o.name as "positionName"
             from shift_publications p
             join shifts s on s.organization_id = p.organization_id and s.id = p.shift_id and s.publication_id = p.id
             join locations l on l.organization_id = p.organization_id and l.id = p.location_id
             left join positions o on o.organization_id = p.organization_id and o.id = p.position_id
             where p.organization_id = $1 and p.local_date = any($3::date[]) and p.employee_id = $2 and p.kind = 'published'
               and p.ends_at > $4 order by p.starts_at`,
      values: [orgId, asked.employeeId, asked.shiftDates, asked.endedAfter],
    },
    {
      name: 'clock_home',
      text: `select d.location_id as "locationId" from employee_departments m
             join departments d on d.organization_id = $1 and d.id = m.department_id and d.archived_at is null
             where m.organization_id = $1 and m.employee_id = $2 order by d.id limit 1`,
      values: [orgId, asked.employeeId],
    },
    { name: 'clock_locations', text: LOCATIONS, values: [orgId] },
    { name: 'clock_policies', text: POLICIES, values: [orgId] },
  ]);
  const [place] = home as { locationId: string }[];
  return {
    entries: (entries as TimeEntryRow[]).map(withBreaks),
    shifts: shifts as ClockShiftRow[],
    homeLocationId: place?.locationId ?? null,
    locations: locations as ClockLocation[],
    policies: policies as PolicyRow[],
  };
}
