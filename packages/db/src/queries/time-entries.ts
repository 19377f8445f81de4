/** A break as it lies in the entry's row; instants are ISO text in Z. */
export type EntryBreakRow = { id: string; startedAt: string; endedAt: string | null; paid: boolean };
export type TimeEntryRow = {
  id: string;
  employeeId: string;
  locationId: string;
  shiftId: string | null;
  startedAt: string;
  endedAt: string | null;
  zone: string;
  localDate: string;
  version: number;
  /** In the order they began. */
  breaks: EntryBreakRow[];
};

/** Columns of a TimeEntryRow; the entry is `t`. */
export const ENTRY_COLUMNS = `t.id, t.employee_id as "employeeId", t.location_id as "locationId", t.shift_id as "shiftId",
  t.started_at as "startedAt", t.ended_at as "endedAt", t.zone, t.local_date as "localDate", t.version,
  (select json_agg(json_build_object('id', b.id, 'startedAt', b.started_at, 'endedAt', b.ended_at, 'paid', b.paid)
     order by b.started_at, b.id) from time_entry_breaks b
   where b.organization_id = t.organization_id and b.time_entry_id = t.id) as breaks`;

const inZ = (text: string): string => text.replace('+00:00', 'Z');

/** Instants inside JSON come as `+00:00`; an entry without breaks as null. */
export function withBreaks<R extends { breaks: EntryBreakRow[] | null }>(
  row: R,
): R & { breaks: EntryBreakRow[] } {
  const breaks = (row.breaks ?? []).map((pause) => ({
    ...pause,
    startedAt: inZ(pause.startedAt),
    endedAt: pause.endedAt && inZ(pause.endedAt),
  }));
  return { ...row, breaks };
}
