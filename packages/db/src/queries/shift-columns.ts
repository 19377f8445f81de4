import type { Database } from '../database.ts';
import { textColumns } from '../text-columns.ts';
import { PUBLISHED_COPY, type PublishedCopy } from './published-copy.ts';
import { filterValues, MAX_SHIFTS, PLACES, RANGE, VISIBLE, type ShiftFilter } from './shifts.ts';

const COLUMNS = textColumns({
  id: 's.id',
  position: 's.position_id',
  employee: 's.employee_id',
  startsAt: 's.starts_at',
  endsAt: 's.ends_at',
  localDate: 's.local_date',
  version: 's.version',
  publishedVersion: 's.published_version',
  isPublished: 's.publication_id is not null',
  isDeleted: 's.deleted_at is not null',
  changedBy: 's.updated_by',
  changedAt: 's.updated_at',
});

/** The shifts of one department's schedule. */
export type ShiftGroup = {
  scheduleId: string;
  locationId: string;
  departmentId: string;
  zone: string;
  texts: ReturnType<typeof COLUMNS.read>;
  /** By the shift's id, where there are any. */
  notes: Record<string, string> | null;
  published: Record<string, PublishedCopy> | null;
};
export type ShiftGroups = {
  groups: ShiftGroup[];
  /** A line a break, in their order: shift, minutes, paid, start (or nothing), with a space between. */
  breaks: string[];
  /** Of those who changed shifts, by user. */
  names: ReadonlyMap<string, string>;
};

const IN_RANGE = `from shifts s ${RANGE} ${PLACES} ${VISIBLE}`;
// grouped by what repeats together, so that it is sent once and not with a thousand rows
const SHIFTS = `select s.schedule_id as "scheduleId", s.location_id as "locationId", s.department_id as "departmentId", s.zone,
  ${COLUMNS.sql},
  json_object_agg(s.id, s.notes) filter (where s.notes is not null) as notes,
  json_object_agg(s.id, ${PUBLISHED_COPY}) filter (where s.publication_id is not null and s.published_version <> s.version) as published
  from (select s.* ${IN_RANGE} limit ${MAX_SHIFTS + 1}) s group by s.schedule_id, s.location_id, s.department_id, s.zone`;
// by one list of ids the index is walked once; a join descends it for every shift, at twice the cost
const BREAKS = `select string_agg(concat_ws(' ', b.shift_id, b.minutes, b.paid, b.starts_at), E'\\n' order by b.id) as lines
  from shift_breaks b where b.organization_id = $1 and b.shift_id = any(array(select s.id ${IN_RANGE}))`;
const CHANGERS = `select c.user_id as "userId", c.name from employees c
  where c.organization_id = $1 and c.user_id = any(array(select distinct s.updated_by ${IN_RANGE}))`;

type GroupRow = Omit<ShiftGroup, 'texts'> & Parameters<typeof COLUMNS.read>[0];

/** The working copy of a range by schedule and column, in no order: three statements in one round trip. */
export async function readShiftGroups(
  db: Database,
  orgId: string,
  filter: ShiftFilter,
): Promise<ShiftGroups> {
  const values = filterValues(orgId, filter);
  const [groups, [breaks], changers] = (await db.read(orgId, [
    { name: 'shift_columns', text: SHIFTS, values },
    { name: 'shift_columns_breaks', text: BREAKS, values },
    { name: 'shift_columns_changers', text: CHANGERS, values },
  ])) as [GroupRow[], [{ lines: string | null }], { userId: string; name: string }[]];
  return {
    groups: groups.map((row) => ({ ...row, texts: COLUMNS.read(row) })),
    breaks: breaks.lines?.split('\n') ?? [],
    names: new Map(changers.map((one) => [one.userId, one.name])),
  };
}
