import type { Statement, Tx } from '../database.ts';
import { LOCATIONS, POLICIES, type ClockLocation, type PolicyRow } from './person-clocks.ts';

export type KioskPersonRow = {
  employeeId: string;
  name: string;
  startedAt: string | null;
  breakStartedAt: string | null;
  shiftId: string | null;
  shiftStartsAt: string;
  shiftEndsAt: string;
  positionName: string | null;
  pinHash: string | null;
};

export type KioskPeopleFilter = {
  locationId: string;
  departmentIds: readonly string[];
  now: string;
  /** Shifts that begin before this are shown. */
  until: string;
  /** Business days on which they may start. */
  shiftDates: string[];
  /** Only this person; null: all. */
  employeeId: string | null;
};

// Those who belong to the place, those who have a shift there now, and those who are clocked in there; of all or of one.
const PEOPLE = `select m.employee_id as id from departments d
    join employee_departments m on m.organization_id = $1 and m.department_id = d.id and ($7::uuid is null or m.employee_id = $7)
    where d.organization_id = $1 and d.location_id = $2 and d.archived_at is null and (cardinality($3::uuid[]) = 0 or d.id = any($3))
  union
  select p.employee_id from shift_publications p
    join shifts s on s.organization_id = $1 and s.id = p.shift_id and s.publication_id = p.id
    where p.organization_id = $1 and p.local_date = any($6::date[]) and p.kind = 'published' and p.employee_id is not null
      and p.location_id = $2 and p.ends_at > $4 and p.starts_at < $5 and (cardinality($3::uuid[]) = 0 or p.department_id = any($3))
      and ($7::uuid is null or p.employee_id = $7)
  union
  select t.employee_id from time_entries t
    where t.organization_id = $1 and t.location_id = $2 and t.ended_at is null and ($7::uuid is null or t.employee_id = $7)`;

/** Who may use the kiosk, by name, each with what goes on and the shift around now or next (KioskPersonRow); 2,000 at most. */
export const kioskPeopleStatement = (orgId: string, filter: KioskPeopleFilter): Statement => ({
  name: 'kiosk_people',
  text: `select e.id as "employeeId", e.name, t.started_at as "startedAt", b.started_at as "breakStartedAt", n.pin_hash as "pinHash",
           s.id as "shiftId", s.starts_at as "shiftStartsAt", s.ends_at as "shiftEndsAt", s.position as "positionName"
         from (${PEOPLE}) q
         join employees e on e.organization_id = $1 and e.id = q.id and e.status <> 'deactivated'
         left join employee_pins n on n.organization_id = $1 and n.employee_id = e.id
         left join lateral (select id, started_at from time_entries
           where organization_id = $1 and employee_id = e.id and ended_at is null limit 1) t on true
         left join lateral (select started_at from time_entry_breaks
           where organization_id = $1 and time_entry_id = t.id and ended_at is null limit 1) b on true
         left join lateral (select p.shift_id as id, p.starts_at, p.ends_at, o.name as position from shift_publications p
           join shifts w on w.organization_id = $1 and w.id = p.shift_id and w.publication_id = p.id
           left join positions o on o.organization_id = $1 and o.id = p.position_id
           where p.organization_id = $1 and p.local_date = any($6::date[]) and p.employee_id = e.id and p.kind = 'published'
             and p.location_id = $2 and p.ends_at > $4 and p.starts_at < $5 order by p.starts_at limit 1) s on true
         order by lower(e.name), e.id limit 2000`,
  values: [
    orgId,
    filter.locationId,
    [...filter.departmentIds],
    filter.now,
    filter.until,
    filter.shiftDates,
    filter.employeeId,
  ],
});

/** Was this punch recorded already, and by which device for whom? */
export async function findPunchOrigin(
  tx: Tx,
  orgId: string,
  punchId: string,
): Promise<{ employeeId: string; name: string; deviceId: string | null } | undefined> {
  const { rows } = await tx.$client.query<{ employeeId: string; name: string; deviceId: string | null }>({
    name: 'punch_origin',
    text: `select p.employee_id as "employeeId", e.name, p.device_id as "deviceId" from time_punches p
           join employees e on e.organization_id = $1 and e.id = p.employee_id where p.organization_id = $1 and p.id = $2`,
    values: [orgId, punchId],
  });
  return rows[0];
}

/** Does the person have a published shift at the location whose window, from `earlyMinutes` before its start to `lateMinutes` after its end, holds `at`? */
export async function hasShiftAt(
  tx: Tx,
  orgId: string,
  asked: {
    employeeId: string;
    locationId: string;
    at: string;
    shiftDates: string[];
    earlyMinutes: number;
    lateMinutes: number;
  },
): Promise<boolean> {
  const { rowCount } = await tx.$client.query({
    name: 'kiosk_has_shift',
    text: `select 1 from shift_publications p
           join shifts s on s.organization_id = $1 and s.id = p.shift_id and s.publication_id = p.id
           where p.organization_id = $1 and p.local_date = any($5::date[]) and p.employee_id = $2 and p.kind = 'published'
             and p.location_id = $3 and p.starts_at - make_interval(mins => $6) <= $4
             and p.ends_at + make_interval(mins => $7) > $4 limit 1`,
    values: [
      orgId,
      asked.employeeId,
      asked.locationId,
      asked.at,
      asked.shiftDates,
      asked.earlyMinutes,
      asked.lateMinutes,
    ],
  });
  return rowCount === 1;
}

/** The location's zone, undefined where it is not in use, and the time policies of the organisation. */
export async function findPlaceRules(
  tx: Tx,
  orgId: string,
  locationId: string,
): Promise<{ zone: string | undefined; policies: PolicyRow[] }> {
  const [places, policies] = await Promise.all([
    tx.$client.query<ClockLocation>({ name: 'clock_locations', text: LOCATIONS, values: [orgId] }),
    tx.$client.query<PolicyRow>({ name: 'clock_policies', text: POLICIES, values: [orgId] }),
  ]);
  return { zone: places.rows.find(({ id }) => id === locationId)?.zone, policies: policies.rows };
}
