import type { Tx } from '../database.ts';
import { ENTRY_COLUMNS, withBreaks, type EntryBreakRow, type TimeEntryRow } from './time-entries.ts';

export type StoredPunch = { employeeId: string; kind: string; occurredAt: string; answer: unknown };
/** Where a clock-in may belong: a published shift, the location asked for, or the person's own department. */
export type PunchPlace = {
  kind: 'shift' | 'asked' | 'home';
  shiftId: string | null;
  startsAt: string | null;
  endsAt: string | null;
  locationId: string;
  zone: string;
};
export type PunchContext = {
  /** Null: no such person here. */
  status: 'active' | 'invited' | 'deactivated' | null;
  /** The punch of this id, when it was sent before. */
  punch: StoredPunch | null;
  /** The person's latest entry, open or not. */
  latest: TimeEntryRow | null;
  /** Only filled for a clock-in. */
  places: PunchPlace[];
};
export type PunchQuestion = {
  employeeId: string;
  punchId: string;
  /** Business days whose published shifts may hold the punch; null: not a clock-in. */
  shiftDates: string[] | null;
  locationId: string | null;
};

// Each lookup is a lateral with a limit: index probes, one a punch, whatever the planner believes about the tables.
const FIND_CLOCKS = `select e.status, p.id as "punchId", p.employee_id as "punchEmployeeId", p.kind, p.occurred_at as "occurredAt", p.answer, t.*
  from json_to_recordset($2) as q(nr int, "employeeId" uuid, "punchId" uuid)
  left join lateral (select status from employees where organization_id = $1 and id = q."employeeId" limit 1) e on true
  left join lateral (select * from time_punches where organization_id = $1 and id = q."punchId" limit 1) p on true
  left join lateral (select ${ENTRY_COLUMNS} from time_entries t
    where t.organization_id = $1 and t.employee_id = q."employeeId" order by t.started_at desc limit 1) t on true
  order by q.nr`;

const FIND_PLACES = `with q as materialized (
    select * from json_to_recordset($2) as q(nr int, "employeeId" uuid, "shiftDates" date[], "locationId" uuid))
  select q.nr, 'shift' as kind, p.shift_id as "shiftId", p.starts_at as "startsAt", p.ends_at as "endsAt", l.id as "locationId", l.zone
  from q join lateral (select * from shift_publications
    where organization_id = $1 and local_date = any(q."shiftDates") and employee_id = q."employeeId" and kind = 'published' limit 100) p on true
  join shifts s on s.organization_id = $1 and s.id = p.shift_id and s.publication_id = p.id
  join locations l on l.organization_id = $1 and l.id = p.location_id
  union all
  select q.nr, 'asked', null, null, null, l.id, l.zone
  from q join locations l on l.organization_id = $1 and l.id = q."locationId" and l.archived_at is null
  union all
  select q.nr, 'home', null, null, null, h.id, h.zone from q join lateral (
    select l.id, l.zone from employee_departments m
    join departments d on d.organization_id = $1 and d.id = m.department_id and d.archived_at is null
    join locations l on l.organization_id = $1 and l.id = d.location_id and l.archived_at is null
    where m.organization_id = $1 and m.employee_id = q."employeeId" order by d.id limit 1) h on true`;

type ClockRow = TimeEntryRow & {
  status: PunchContext['status'];
  punchId: string | null;
  punchEmployeeId: string;
  kind: string;
  occurredAt: string;
  answer: unknown;
};

/**
 * Takes the clocks of the people until the transaction ends, then reads what deciding their punches needs, in the order
 * asked. All statements leave in one flight with BEGIN; those after the locks see what was committed before. The
 * locks are taken in one order, so two batches never wait for each other in a circle.
 */
export async function lockClocks(
  tx: Tx,
  orgId: string,
  asked: readonly PunchQuestion[],
): Promise<PunchContext[]> {
  const { $client: client } = tx;
  const questions = asked.map((question, nr) => ({ nr, ...question }));
  const clockIns = questions.filter((question) => question.shiftDates !== null);
  const [, clocks, places] = await Promise.all([
    client.query({
      name: 'clock_lock',
      text: `select pg_advisory_xact_lock(k) from (
               select distinct hashtextextended('clock:' || id, 0) as k from unnest($1::text[]) id order by k) keys`,
      values: [asked.map((question) => question.employeeId)],
    }),
    client.query<ClockRow>({
      name: 'clock_find',
      text: FIND_CLOCKS,
      values: [orgId, JSON.stringify(questions)],
    }),
    clockIns.length > 0 &&
      client.query<PunchPlace & { nr: number }>({
        name: 'clock_places',
        text: FIND_PLACES,
        values: [orgId, JSON.stringify(clockIns)],
      }),
  ]);
  const contexts = clocks.rows.map(toContext);
  if (places) for (const { nr, ...place } of places.rows) contexts[nr]?.places.push(place);
  return contexts;
}

function toContext(row: ClockRow): PunchContext {
  const { status, punchId, punchEmployeeId, kind, occurredAt, answer, ...entry } = row;
  return {
    status,
    punch: punchId === null ? null : { employeeId: punchEmployeeId, kind, occurredAt, answer },
    latest: entry.id === null ? null : withBreaks(entry),
    places: [],
  };
}

export type NewPunch = {
  id: string;
  timeEntryId: string;
  employeeId: string;
  locationId: string;
  zone: string;
  kind: string;
  occurredAt: string;
  receivedAt: string;
  offline: boolean;
  deviceId: string | null;
  latitude: number | null;
  longitude: number | null;
  accuracyMeters: number | null;
  ageSeconds: number | null;
  mocked: boolean | null;
  userId: string | null;
  /** What the device is told. */
  answer: unknown;
};

export type PunchChanges = {
  /** Entries as they are after the punches, each once, in the order they were touched. */
  entries: readonly TimeEntryRow[];
  punches: readonly NewPunch[];
  /** Breaks that began or ended. */
  pauses: readonly (EntryBreakRow & { timeEntryId: string })[];
};

/** Writes punches and what follows from them. A second open entry of one person is refused by Postgres. */
export async function savePunches(tx: Tx, orgId: string, changes: PunchChanges): Promise<void> {
  const saved = tx.$client.query({
    name: 'punches_save',
    text: `with entry as (
             insert into time_entries (organization_id, id, employee_id, location_id, shift_id, started_at, ended_at, zone, local_date, version)
             select $1, e.id, e."employeeId", e."locationId", e."shiftId", e."startedAt", e."endedAt", e.zone, e."localDate", e.version
             from json_to_recordset($2) as e(id uuid, "employeeId" uuid, "locationId" uuid, "shiftId" uuid, "startedAt" timestamptz,
               "endedAt" timestamptz, zone text, "localDate" date, version int)
             on conflict (organization_id, id) do update set ended_at = excluded.ended_at, version = excluded.version)
           insert into time_punches (organization_id, id, time_entry_id, employee_id, location_id, zone, kind, occurred_at, received_at,
             offline, device_id, latitude, longitude, accuracy_meters, age_seconds, mocked, user_id, answer)
           select $1, p.id, p."timeEntryId", p."employeeId", p."locationId", p.zone, p.kind, p."occurredAt", p."receivedAt",
             p.offline, p."deviceId", p.latitude, p.longitude, p."accuracyMeters", p."ageSeconds", p.mocked, p."userId", p.answer
           from json_to_recordset($3) as p(id uuid, "timeEntryId" uuid, "employeeId" uuid, "locationId" uuid, zone text, kind text,
             "occurredAt" timestamptz, "receivedAt" timestamptz, offline boolean, "deviceId" uuid, latitude float8, longitude float8,
             "accuracyMeters" float8, "ageSeconds" float8, mocked boolean, "userId" uuid, answer json)`,
    values: [orgId, JSON.stringify(changes.entries), JSON.stringify(changes.punches)],
  });
  const paused =
    changes.pauses.length > 0 &&
    tx.$client.query({
      name: 'punches_save_breaks',
      text: `insert into time_entry_breaks (organization_id, id, time_entry_id, started_at, ended_at, paid)
             select $1, b.id, b."timeEntryId", b."startedAt", b."endedAt", b.paid
             from json_to_recordset($2) as b(id uuid, "timeEntryId" uuid, "startedAt" timestamptz, "endedAt" timestamptz, paid boolean)
             on conflict (organization_id, id) do update set ended_at = excluded.ended_at`,
      values: [orgId, JSON.stringify(changes.pauses)],
    });
  await Promise.all([saved, paused]);
}
