import type { Database } from '../database.ts';
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

/** A person's latest entries (newest first) and the published shifts of some days that have not ended. One round trip. */
export async function findClock(
  db: Database,
  orgId: string,
  asked: { employeeId: string; now: string; shiftDates: string[]; entries: number },
): Promise<{ entries: TimeEntryRow[]; shifts: ClockShiftRow[] }> {
  const [entries, shifts] = await db.read(orgId, [
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
      values: [orgId, asked.employeeId, asked.shiftDates, asked.now],
    },
  ]);
  return { entries: (entries as TimeEntryRow[]).map(withBreaks), shifts: shifts as ClockShiftRow[] };
}
