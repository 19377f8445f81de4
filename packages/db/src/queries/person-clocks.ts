import { uuidArray } from '../binary-array.ts';
import type { Tx } from '../database.ts';

/** An entry as it lies there, with what tells whether computing it again gives another. */
export type StoredEntry = {
  id: string;
  openedBy: string | null;
  startedAt: string;
  endedAt: string | null;
  localDate: string;
  /** Worked minutes by business day, the one above among them. */
  days: { localDate: string }[];
  inputsHash: string | null;
  version: number;
  locationId: string;
  breakIds: string[] | null;
};
/** A punch that counts: not replaced by a later one. */
export type FactRow = {
  id: string;
  replacesId: string | null;
  kind: 'in' | 'out' | 'break_start' | 'break_end';
  /** When it counts. */
  at: string;
  sequence: number | null;
  locationId: string;
  zone: string;
  flags: string[];
  breakPaid: boolean | null;
  /** Source, verdict about the place, and position (also null: deleted) with accuracy, age and mark; of clock-ins null. */
  origin:
    | [
        source: 'web' | 'mobile' | 'kiosk' | 'manager',
        place: string | null,
        latitude: number | null,
        longitude: number | null,
        accuracyMeters: number | null,
        ageSeconds: number | null,
        mocked: boolean | null,
      ]
    | null;
  edited: boolean;
};
export type FactShiftRow = {
  id: string;
  startsAt: string;
  endsAt: string;
  locationId: string;
  zone: string;
  localDate: string;
};
/** The entry before everything that is read. */
export type EntryBefore = {
  end: string;
  countedEnd: string;
  shiftId: string | null;
  locationId: string;
  zone: string;
  /** Its punches, when it ends in the moment in which what follows begins. */
  punchIds: string[] | null;
};
/** What a device's clocks said at a punch that waited on it: of punch and boot, its time, its monotonic clock, and when it counts. */
export type ReadingRow = [
  id: string,
  bootId: string,
  occurredAt: string,
  monotonicMs: number | null,
  happenedAt: string,
];
export type PersonClockRow = {
  employeeId: string;
  status: 'active' | 'invited' | 'deactivated' | null;
  homeLocationId: string | null;
  before: EntryBefore | null;
  entries: StoredEntry[] | null;
  facts: FactRow[] | null;
  shifts: FactShiftRow[] | null;
  /** Of the devices' boots that the facts or those asked for come from. */
  readings: ReadingRow[] | null;
};
export type KnownPunch = {
  id: string;
  employeeId: string;
  kind: string;
  occurredAt: string;
  happenedAt: string;
  answer: unknown;
};
export type ClockLocation = {
  id: string;
  zone: string;
  latitude: number | null;
  longitude: number | null;
  radiusMeters: number | null;
};
export type PolicyRow = {
  id: string;
  locationId: string | null;
  from: string | null;
  until: string | null;
  settings: unknown;
  version: number;
};
export type LockedDays = { startDate: string; endDate: string };

export type ClocksAsked = {
  /** `at`: the earliest moment that something happens to the person. `boots`: of the devices that it comes from. */
  people: readonly { employeeId: string; at: string; boots?: readonly string[] }[];
  punchIds: readonly string[];
  now: string;
};
export type ClocksFound = {
  people: PersonClockRow[];
  known: KnownPunch[];
  locations: ClockLocation[];
  policies: PolicyRow[];
  locked: LockedDays[];
};

// Each lookup is a lateral: index probes, a few a person, whatever the planner believes about the tables. What is settled
// before `at` is not read at all: a clock-in the day after looks at one row. Else the facts are read from the latest entry on
// that parts them: all before it were settled when it began (of one that was never ended, it may be the end itself). Row-level
// security lets conditions into an index only when they cannot leak, which coalesce() and a subtraction might: hence CASE, and
// `offset 0`, which makes of the start and of the oldest moment looked at plain values.
const PEOPLE = `
  select q."employeeId", e.status, h.location_id as "homeLocationId",
    case when b.ended_at is not null then json_build_object('end', b.ended_at, 'countedEnd', coalesce(b.counted_end, b.ended_at),
      'shiftId', b.shift_id, 'locationId', b.location_id, 'zone', b.zone,
      'punchIds', case when b.ended_at >= w.start then b.punch_ids end) end as before, n.entries, f.facts, s.shifts, g.readings
  from json_to_recordset($2) as q(nr int, "employeeId" uuid, at timestamptz, boots uuid[])
  left join lateral (select status from employees where organization_id = $1 and id = q."employeeId" limit 1) e on true
  left join lateral (
    select d.location_id from employee_departments m
    join departments d on d.organization_id = $1 and d.id = m.department_id and d.archived_at is null
    where m.organization_id = $1 and m.employee_id = q."employeeId" order by d.id limit 1) h on true
  left join lateral (
    select started_at, bool_and(case when settled_at < q.at then true else false end) as settled from time_entries
    where organization_id = $1 and employee_id = q."employeeId" and started_at < q.at
    group by started_at order by started_at desc limit 1) l on true
  cross join lateral (select l.started_at - interval '4 days' as at offset 0) o
  cross join lateral (select case when l.started_at is null or l.settled then q.at else coalesce(
    (select k.started_at from time_entries k
      where k.organization_id = $1 and k.employee_id = q."employeeId" and k.started_at <= l.started_at and k.started_at >= o.at
        and not exists (select 1 from time_entries p
          where p.organization_id = $1 and p.employee_id = q."employeeId" and p.started_at < k.started_at and p.started_at >= o.at
            and case when p.settled_at < k.started_at then false
              else p.closed_by is not null or p.settled_at is null or p.settled_at > k.started_at end)
      order by k.started_at desc limit 1), l.started_at) end as start offset 0) w
  left join lateral (
    select counted_end, ended_at, shift_id, location_id, zone, punch_ids from time_entries
    where organization_id = $1 and employee_id = q."employeeId" and started_at < w.start
    order by started_at desc, ended_at desc, counted_end desc limit 1) b on true
  left join lateral (
    select json_agg(json_build_object('id', t.id, 'openedBy', t.opened_by, 'startedAt', t.started_at, 'endedAt', t.ended_at,
        'localDate', t.local_date, 'days', t.days, 'inputsHash', t.inputs_hash, 'version', t.version, 'locationId', t.location_id,
        'breakIds', (select json_agg(k.id) from time_entry_breaks k where k.organization_id = $1 and k.time_entry_id = t.id))) as entries
    from time_entries t where t.organization_id = $1 and t.employee_id = q."employeeId" and t.started_at >= w.start) n on true
  left join lateral (
    select json_agg(json_build_object('id', p.id, 'replacesId', p.replaces_id, 'kind', p.kind,
        'at', coalesce(p.happened_at, p.occurred_at), 'sequence', p.sequence, 'locationId', p.location_id, 'zone', p.zone,
        'flags', p.flags, 'breakPaid', p.break_paid,
        'origin', case when p.kind <> 'in' then json_build_array(p.source, p.place, p.latitude, p.longitude, p.accuracy_meters,
          p.age_seconds, p.mocked) end, 'edited', p.correction_id is not null)) as facts,
      array_agg(p.boot_id) filter (where p.boot_id is not null and (p.answer is null or p.offline)) as boots
    from time_punches p where p.organization_id = $1 and p.employee_id = q."employeeId"
      and case when p.happened_at is null then p.occurred_at else p.happened_at end >= w.start and p.kind <> 'void'
      and not exists (select 1 from time_punches r where r.organization_id = $1 and r.replaces_id = case when p.replaces_id is null then p.id else p.replaces_id end
        and r.id <> p.id and (p.replaces_id is null or (r.received_at, r.id) > (p.received_at, p.id)) offset 0)) f on true
  cross join lateral (select w.start - interval '40 days' as since, array_cat(f.boots, q.boots) as boots,
    (w.start at time zone 'UTC')::date - 2 as "firstDay", ($3::timestamptz at time zone 'UTC')::date + 1 as "lastDay" offset 0) u
  left join lateral (
    select json_agg(json_build_array(p.id, p.boot_id, p.occurred_at, p.monotonic_ms,
        coalesce(p.happened_at, p.occurred_at))) as readings
    from time_punches p where u.boots is not null and p.organization_id = $1 and p.employee_id = q."employeeId"
      and case when p.happened_at is null then p.occurred_at else p.happened_at end >= u.since
      and p.boot_id = any(u.boots) and (p.answer is null or p.offline)) g on true
  left join lateral (
    select json_agg(json_build_object('id', c.shift_id, 'startsAt', c.starts_at, 'endsAt', c.ends_at,
        'locationId', c.location_id, 'zone', c.zone, 'localDate', c.local_date)) as shifts
    from shift_publications c
    join shifts g on g.organization_id = $1 and g.id = c.shift_id and g.publication_id = c.id
    where c.organization_id = $1 and c.employee_id = q."employeeId" and c.kind = 'published'
      and c.local_date between u."firstDay" and u."lastDay") s on true
  order by q.nr`;

/**
 * Takes the clocks of the people until the transaction ends, then reads what recording at them needs: one flight with
 * BEGIN, however many. Locks are taken in one order, so two batches never wait for each other in a circle.
 */
export async function lockPersonClocks(tx: Tx, orgId: string, asked: ClocksAsked): Promise<ClocksFound> {
  const { $client: client } = tx;
  const people = asked.people.map((person, nr) => ({ nr, ...person }));
  const [, found, known, judgedBy] = await Promise.all([
    client.query({
      name: 'clock_lock',
      text: `select pg_advisory_xact_lock(k) from (
               select distinct hashtextextended('clock:' || id, 0) as k from unnest($1::text[]) id order by k) keys`,
      values: [uuidArray(asked.people.map((person) => person.employeeId))],
    }),
    client.query<PersonClockRow>({
      name: 'clock_people',
      text: PEOPLE,
      values: [orgId, JSON.stringify(people), asked.now],
    }),
    client.query<KnownPunch>({
      name: 'clock_known',
      text: `select id, employee_id as "employeeId", kind, occurred_at as "occurredAt",
               coalesce(happened_at, occurred_at) as "happenedAt", answer
             from time_punches where organization_id = $1 and id = any($2::uuid[])`,
      values: [orgId, uuidArray(asked.punchIds)],
    }),
    client.query<JudgedBy>({ name: 'clock_judged_by', text: JUDGED_BY, values: [orgId] }),
  ]);
  const { locations, policies, locked } = judgedBy.rows[0] as JudgedBy;
  return {
    people: found.rows,
    known: known.rows,
    locations: locations ?? [],
    policies: policies ?? [],
    locked: locked ?? [],
  };
}

/** The places in use, with their circles. */
export const LOCATIONS = `select id, zone, latitude, longitude, geofence_radius_meters as "radiusMeters"
  from locations where organization_id = $1 and archived_at is null`;

/** All policies of the organisation; `until` is the first day on which one holds no more. */
export const POLICIES = `select id, location_id as "locationId", lower(valid)::text as "from", upper(valid)::text as until, settings, version
  from time_policies where organization_id = $1 order by lower(valid)`;

type JudgedBy = {
  locations: ClockLocation[] | null;
  policies: PolicyRow[] | null;
  locked: LockedDays[] | null;
};
// one statement: each costs Postgres and the driver as much as the few rows that it gives
const JUDGED_BY = `select (select json_agg(l) from (${LOCATIONS}) l) as locations,
  (select json_agg(p) from (${POLICIES}) p) as policies,
  (select json_agg(d) from (select lower(period)::text as "startDate", (upper(period) - 1)::text as "endDate"
    from pay_periods where organization_id = $1 and state = 'locked') d) as locked`;
