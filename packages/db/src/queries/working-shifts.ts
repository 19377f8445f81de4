import type { Database } from '../database.ts';
import { toIso } from '../iso.ts';
import { textRow } from '../text-row.ts';
import { PUBLISHED_COPY, type PublishedCopy } from './published-copy.ts';
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
    's.updated_at',
  ],
  [
    's.position_id',
    's.employee_id',
    'to_json(s.notes)',
    's.published_version',
    's.publication_id',
    's.deleted_at',
    's.updated_by',
    `(${PUBLISHED_COPY})`,
  ],
);
const BREAK = textRow(['b.shift_id', 'b.minutes', 'b.paid'], ['b.starts_at']);

const IN_RANGE = `from shifts s ${RANGE} ${PLACES} ${VISIBLE}`;
const LIST_SHIFTS = `select ${SHIFT.sql} as line ${IN_RANGE}
  order by s.local_date, s.starts_at, s.id limit ${MAX_SHIFTS + 1}`;
// by one list of ids the index is walked once; a join descends it for every shift, at twice the cost
const LIST_BREAKS = `select string_agg(${BREAK.sql}, E'\\n' order by b.id) as lines from shift_breaks b
  where b.organization_id = $1 and b.shift_id = any(array(select s.id ${IN_RANGE}))`;
// who changed them: a few people however many the shifts, so no name travels with every row
const LIST_CHANGERS = `select c.user_id as "userId", c.name from employees c
  where c.organization_id = $1 and c.user_id = any(array(select distinct s.updated_by ${IN_RANGE}))`;

/** The working copy of a range, breaks included: three statements in one round trip, merged here. By day and start. */
export async function listWorkingShifts(
  db: Database,
  orgId: string,
  filter: ShiftFilter,
): Promise<ShiftRow[]> {
  const values = filterValues(orgId, filter);
  const [rows, breaks, changers] = (await db.read(orgId, [
    { name: 'shifts_working', text: LIST_SHIFTS, values },
    { name: 'shifts_working_breaks', text: LIST_BREAKS, values },
    { name: 'shifts_working_changers', text: LIST_CHANGERS, values },
  ])) as [{ line: string }[], { lines: string | null }[], { userId: string; name: string }[]];
  const byShift = groupBreaks(breaks[0]?.lines?.split('\n') ?? []);
  const names = new Map(changers.map((one) => [one.userId, one.name]));
  return rows.map(({ line }) => toShift(line, byShift, names));
}

function toShift(
  line: string,
  breaks: ReadonlyMap<string, BreakRow[]>,
  names: ReadonlyMap<string, string>,
): ShiftRow {
  const [id, scheduleId, locationId, departmentId, startsAt, endsAt, zone, localDate, version, ...rest] =
    SHIFT.read(line);
  const [changedAt, positionId, employeeId, notes, publishedVersion, publicationId, ...tail] = rest;
  const [deletedAt, changedBy, published] = tail;
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
    published: published === '' ? null : (JSON.parse(published) as PublishedCopy),
    changedBy: names.get(changedBy) ?? null,
    changedAt: toIso(changedAt),
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
