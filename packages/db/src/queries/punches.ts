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

const FIND_CLOCK = `select e.status, p.id as "punchId", p.employee_id as "punchEmployeeId", p.kind, p.occurred_at as "occurredAt", p.answer, t.*
  from (select 1) one
  left join employees e on e.organization_id = $1 and e.id = $2
  left join time_punches p on p.organization_id = $1 and p.id = $3
  left join lateral (select ${ENTRY_COLUMNS} from time_entries t
    where t.organization_id = $1 and t.employee_id = $2 order by t.started_at desc limit 1) t on true`;

const FIND_PLACES = `select 'shift' as kind, p.shift_id as "shiftId", p.starts_at as "startsAt", p.ends_at as "endsAt", l.id as "locationId", l.zone
  from shift_publications p
  join shifts s on s.organization_id = p.organization_id and s.id = p.shift_id and s.publication_id = p.id
  join locations l on l.organization_id = p.organization_id and l.id = p.location_id
  where p.organization_id = $1 and p.local_date = any($3::date[]) and p.employee_id = $2 and p.kind = 'published'
  union all
  select 'asked', null, null, null, l.id, l.zone from locations l
  where l.organization_id = $1 and l.id = $4 and l.archived_at is null
  union all
  (select 'home', null, null, null, l.id, l.zone from employee_departments m
   join departments d on d.organization_id = m.organization_id and d.id = m.department_id and d.archived_at is null
   join locations l on l.organization_id = d.organization_id and l.id = d.location_id and l.archived_at is null
   where m.organization_id = $1 and m.employee_id = $2 order by d.id limit 1)`;

type ClockRow = TimeEntryRow & {
  status: PunchContext['status'];
  punchId: string | null;
  punchEmployeeId: string;
  kind: string;
  occurredAt: string;
  answer: unknown;
};

/**
 * Takes the person's clock until the transaction ends, then reads what deciding a punch needs. All statements leave
 * in one flight with BEGIN; those after the lock see what the one who held it before has committed.
 */
export async function lockClock(tx: Tx, orgId: string, asked: PunchQuestion): Promise<PunchContext> {
  const { $client: client } = tx;
  const [, clock, places] = await Promise.all([
    client.query({
      name: 'clock_lock',
      text: `select pg_advisory_xact_lock(hashtextextended('clock:' || $1, 0))`,
      values: [asked.employeeId],
    }),
    client.query<ClockRow>({
      name: 'clock_find',
      text: FIND_CLOCK,
      values: [orgId, asked.employeeId, asked.punchId],
    }),
    asked.shiftDates &&
      client.query<PunchPlace>({
        name: 'clock_places',
        text: FIND_PLACES,
        values: [orgId, asked.employeeId, asked.shiftDates, asked.locationId],
      }),
  ]);
  const { status, punchId, punchEmployeeId, kind, occurredAt, answer, ...entry } = clock.rows[0] as ClockRow;
  return {
    status,
    punch: punchId === null ? null : { employeeId: punchEmployeeId, kind, occurredAt, answer },
    latest: entry.id === null ? null : withBreaks(entry),
    places: places?.rows ?? [],
  };
}

export type NewPunch = {
  id: string;
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

/** Writes the punch and the entry as it is after it, in one statement. A second open entry is refused by Postgres. */
export async function savePunch(
  tx: Tx,
  orgId: string,
  entry: TimeEntryRow,
  punch: NewPunch,
  pause: EntryBreakRow | null,
): Promise<void> {
  const saved = tx.$client.query({
    name: 'punch_save',
    text: `with entry as (
             insert into time_entries (organization_id, id, employee_id, location_id, shift_id, started_at, ended_at, zone, local_date, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             on conflict (organization_id, id) do update set ended_at = excluded.ended_at, version = excluded.version)
           insert into time_punches (organization_id, time_entry_id, employee_id, location_id, zone, id, kind, occurred_at, received_at,
             offline, device_id, latitude, longitude, accuracy_meters, age_seconds, mocked, user_id, answer)
           values ($1, $2, $3, $4, $8, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
    values: [
      orgId,
      entry.id,
      entry.employeeId,
      entry.locationId,
      entry.shiftId,
      entry.startedAt,
      entry.endedAt,
      entry.zone,
      entry.localDate,
      entry.version,
      punch.id,
      punch.kind,
      punch.occurredAt,
      punch.receivedAt,
      punch.offline,
      punch.deviceId,
      punch.latitude,
      punch.longitude,
      punch.accuracyMeters,
      punch.ageSeconds,
      punch.mocked,
      punch.userId,
      JSON.stringify(punch.answer),
    ],
  });
  const paused =
    pause &&
    tx.$client.query({
      name: 'punch_save_break',
      text: `insert into time_entry_breaks (organization_id, id, time_entry_id, started_at, ended_at, paid) values ($1, $2, $3, $4, $5, $6)
             on conflict (organization_id, id) do update set ended_at = excluded.ended_at`,
      values: [orgId, pause.id, entry.id, pause.startedAt, pause.endedAt, pause.paid],
    });
  await Promise.all([saved, paused]);
}
