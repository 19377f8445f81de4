import type { Database } from '../database.ts';
import { toIso } from '../iso.ts';
import { textRow } from '../text-row.ts';
import {
  filterValues,
  MAX_SHIFTS,
  PLACES,
  RANGE,
  VISIBLE,
  type BreakRow,
  type ShiftFilter,
  type ShiftRow,
} from './shifts.ts';

const SHIFT = textRow(
  [
    's.id',
    's.schedule_id',
    's.location_id',
    's.department_id',
    's.starts_at',
    's.ends_at',
    's.zone',
    's.local_date',
    's.version',
  ],
  [
    's.position_id',
    's.employee_id',
    'to_json(s.notes)',
    's.published_version',
    's.publication_id',
    's.deleted_at',
  ],
);
const BREAK = textRow(['b.shift_id', 'b.minutes', 'b.paid'], ['b.starts_at']);

const IN_RANGE = `from shifts s ${RANGE} ${PLACES} ${VISIBLE}`;
const LIST_SHIFTS = `select ${SHIFT.sql} as line ${IN_RANGE}
  order by s.local_date, s.starts_at, s.id limit ${MAX_SHIFTS + 1}`;
// by one list of ids the index is walked once; a join descends it for every shift, at twice the cost
const LIST_BREAKS = `select string_agg(${BREAK.sql}, E'\\n' order by b.id) as lines from shift_breaks b
  where b.organization_id = $1 and b.shift_id = any(array(select s.id ${IN_RANGE}))`;

/** The working copy of a range, breaks included: two statements in one round trip, merged here. By day and start. */
export async function listWorkingShifts(
  db: Database,
  orgId: string,
  filter: ShiftFilter,
): Promise<ShiftRow[]> {
  const values = filterValues(orgId, filter);
  const [rows, breaks] = (await db.read(orgId, [
    { name: 'shifts_working', text: LIST_SHIFTS, values },
    { name: 'shifts_working_breaks', text: LIST_BREAKS, values },
  ])) as [{ line: string }[], { lines: string | null }[]];
  const byShift = groupBreaks(breaks[0]?.lines?.split('\n') ?? []);
  return rows.map(({ line }) => toShift(line, byShift));
}

function toShift(line: string, breaks: ReadonlyMap<string, BreakRow[]>): ShiftRow {
  const [id, scheduleId, locationId, departmentId, startsAt, endsAt, zone, localDate, version, ...rest] =
    SHIFT.read(line);
  const [positionId, employeeId, notes, publishedVersion, publicationId, deletedAt] = rest;
  return {
    id,
    scheduleId,
    locationId,
    departmentId,
    positionId: positionId || null,
    employeeId: employeeId || null,
    startsAt: toIso(startsAt),
    endsAt: toIso(endsAt),
    zone,
    localDate,
    notes: notes === '' ? null : (JSON.parse(notes) as string),
    version: Number(version),
    publishedVersion: publishedVersion === '' ? null : Number(publishedVersion),
    publicationId: publicationId || null,
    deletedAt: deletedAt === '' ? null : toIso(deletedAt),
    breaks: breaks.get(id) ?? [],
  };
}

function groupBreaks(lines: readonly string[]): Map<string, BreakRow[]> {
  const byShift = new Map<string, BreakRow[]>();
  for (const line of lines) {
    const [shiftId, minutes, paid, startsAt] = BREAK.read(line);
    const pause = { minutes: Number(minutes), paid: paid === 't', startsAt: toIso(startsAt) || null };
    const known = byShift.get(shiftId);
    if (known) known.push(pause);
    else byShift.set(shiftId, [pause]);
  }
  return byShift;
}
