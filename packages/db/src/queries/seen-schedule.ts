import { MAX_HISTORY } from '@vaktplan/contracts/http/schedule-history';
import type { Database, Statement } from '../database.ts';
import { isoSql } from '../iso.ts';
import type { PlaceScope } from './place-scope.ts';

// Snapshots are never changed nor deleted: what was seen at an instant is the newest of each shift until then.

export type SeenFilter = {
  employeeId: string;
  startDate: string;
  endDate: string;
  /** Only snapshots of these places; undefined: all. */
  places: PlaceScope;
};

export type SeenShiftRow = {
  employeeId: string | null;
  localDate: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  positionName: string | null;
  departmentName: string;
  locationName: string;
  notes: string | null;
  breaks: { minutes: number; paid: boolean; startsAt: string | null }[];
};
export type AsSeenRow = SeenShiftRow & { shiftId: string; publicationId: string; publishedAt: string };

/** One shift of one publication, of what the person saw before it and sees after it. */
export type SeenChangeRow = {
  publicationId: string;
  at: string;
  by: string | null;
  shiftId: string;
  before: SeenShiftRow | null;
  after: SeenShiftRow | null;
};

const values = (orgId: string, filter: SeenFilter) => [
  orgId,
  filter.employeeId,
  filter.startDate,
  filter.endDate,
  filter.places?.locationIds ?? null,
  filter.places?.departmentIds ?? null,
];

// departments as they are today: who belonged where is not kept by day
const SEEN_BY = (s: string) => `(${s}.local_date between $3 and $4
  and (${s}.employee_id = $2 or (${s}.employee_id is null and ${s}.department_id in (
    select department_id from employee_departments where organization_id = $1 and employee_id = $2)))
  and ($5::uuid[] is null or ${s}.location_id = any($5) or ${s}.department_id = any($6)))`;

const NAMES = (s: string) => [
  [`'positionName'`, `(select name from positions where organization_id = $1 and id = ${s}.position_id)`],
  [
    `'departmentName'`,
    `(select name from departments where organization_id = $1 and id = ${s}.department_id)`,
  ],
  [`'locationName'`, `(select name from locations where organization_id = $1 and id = ${s}.location_id)`],
];
const asJson = (s: string) => `json_build_object('employeeId', ${s}.employee_id, 'localDate', ${s}.local_date,
  'startsAt', ${isoSql(`${s}.starts_at`)}, 'endsAt', ${isoSql(`${s}.ends_at`)}, 'zone', ${s}.zone, 'notes', ${s}.notes,
  'breaks', ${s}.breaks, ${NAMES(s).flat().join(', ')})`;

/** What the person saw of those days at `at`, by start. One index of days, and one descent a shift to ask for anything newer. */
export async function listAsSeen(
  db: Database,
  orgId: string,
  filter: SeenFilter & { at: string },
): Promise<AsSeenRow[]> {
  const [rows] = await db.read(orgId, [
    {
      name: 'as_seen',
      text: `select s.shift_id as "shiftId", s.employee_id as "employeeId", s.local_date as "localDate", s.starts_at as "startsAt",
          s.ends_at as "endsAt", s.zone, s.notes, s.breaks, s.publication_id as "publicationId", s.published_at as "publishedAt",
          ${NAMES('s')
            .map(([key, sql]) => `${sql} as ${key?.replaceAll("'", '"')}`)
            .join(', ')}
        from shift_publications s
        where s.organization_id = $1 and ${SEEN_BY('s')} and s.kind = 'published' and s.published_at <= $7
          and not exists (select from shift_publications newer
            where newer.organization_id = $1 and newer.shift_id = s.shift_id and newer.published_at <= $7
              and (newer.published_at, newer.id) > (s.published_at, s.id))
        order by s.starts_at, s.shift_id limit 2000`,
      values: [...values(orgId, filter), filter.at],
    },
  ]);
  return rows as AsSeenRow[];
}

/** Every change of what the person sees of those days, in order of time, of the newest publications. */
export async function listSeenChanges(
  db: Database,
  orgId: string,
  filter: SeenFilter,
): Promise<SeenChangeRow[]> {
  const [rows] = await db.read(orgId, [
    {
      name: 'seen_changes',
      text: `with concerned as materialized (
          select distinct s.shift_id from shift_publications s where s.organization_id = $1 and ${SEEN_BY('s')}
        ), steps as (
          select n, lag(n) over (partition by n.shift_id order by n.published_at, n.id) as e from shift_publications n
          where n.organization_id = $1 and n.shift_id = any(array(select shift_id from concerned))
        ), told as (
          select (n).publication_id, (n).published_at, (n).published_by, (n).shift_id, (n).id,
            case when (e).kind = 'published' and ${SEEN_BY('(e)')} then ${asJson('(e)')} end as before,
            case when (n).kind = 'published' and ${SEEN_BY('(n)')} then ${asJson('(n)')} end as after
          from steps
        ), newest as (
          select publication_id from told where before is not null or after is not null
          group by publication_id order by max(published_at) desc, publication_id desc limit ${MAX_HISTORY}
        )
        select t.publication_id as "publicationId", t.published_at as at, t.shift_id as "shiftId", t.before, t.after,
          (select c.name from employees c where c.organization_id = $1 and c.user_id = t.published_by) as by
        from told t where (t.before is not null or t.after is not null) and t.publication_id in (select publication_id from newest)
        order by t.published_at, t.publication_id, coalesce(t.after ->> 'startsAt', t.before ->> 'startsAt'), t.shift_id`,
      values: values(orgId, filter),
    },
  ]);
  return rows as SeenChangeRow[];
}

export type PublishedPlaceRow = { id: string; departmentIds: string[] };
export type PublishedPersonRow = { employeeId: string; own: boolean };
type PublishedDays = { locationId: string; startDate: string; endDate: string; places: PlaceScope };

/**
 * For one round trip: the location (PublishedPlaceRow), who was ever shown a shift of those days there
 * (PublishedPersonRow), and the last day of which anything was published (`{ date }`).
 */
export function publishedPeopleStatements(orgId: string, filter: PublishedDays): Statement[] {
  const { locationId, startDate, endDate, places } = filter;
  const scope = [places?.locationIds ?? null, places?.departmentIds ?? null];
  const within = (from: number) =>
    `($${from}::uuid[] is null or s.location_id = any($${from}) or s.department_id = any($${from + 1}))`;
  return [
    {
      name: 'published_place',
      text: `select l.id, array(select d.id::text from departments d
               where d.organization_id = $1 and d.location_id = l.id) as "departmentIds"
             from locations l where l.organization_id = $1 and l.id = $2`,
      values: [orgId, locationId],
    },
    {
      name: 'published_people',
      text: `with there as (
          select distinct s.employee_id, s.department_id from shift_publications s
          where s.organization_id = $1 and s.location_id = $2 and s.local_date between $3 and $4 and ${within(5)}
        )
        select employee_id as "employeeId", bool_or(own) as own from (
          select employee_id, true as own from there where employee_id is not null
          union all
          select m.employee_id, false from there t join employee_departments m
            on m.organization_id = $1 and m.department_id = t.department_id where t.employee_id is null
        ) people group by employee_id`,
      values: [orgId, locationId, startDate, endDate, ...scope],
    },
    {
      name: 'published_latest',
      text: `select max(s.local_date) as date from shift_publications s
        where s.organization_id = $1 and s.location_id = $2 and ${within(3)}`,
      values: [orgId, locationId, ...scope],
    },
  ];
}
