import type { Statement } from '../database.ts';
import type { PlaceScope } from './place-scope.ts';

/** Somebody who is there (`entryId`), or who should be. */
export type BoardRow = {
  entryId: string | null;
  employeeId: string;
  name: string;
  phone: string | null;
  startedAt: string | null;
  /** When they first came to the shift: who has been out at noon is not late for it. */
  cameAt: string | null;
  breakStartedAt: string | null;
  locationId: string;
  locationName: string;
  zone: string;
  departmentId: string | null;
  shiftId: string | null;
  shiftStartsAt: string;
  shiftEndsAt: string;
  positionName: string | null;
};

export type BoardFilter = {
  now: string;
  /** Shifts that begin before this are expected. */
  until: string;
  /** Nobody's shift of now began before. */
  since: string;
  /** Business days on which those shifts may start. */
  shiftDates: string[];
  locationId: string | null;
  scope: PlaceScope;
};

/**
 * Open entries with their shift as published, and published shifts that go on or begin soon and whose person is neither clocked in nor has been (BoardRow).
 * One statement over `time_entries_one_open` and `shift_publications_by_day`; 5,000 rows at most.
 */
export const boardStatement = (orgId: string, filter: BoardFilter): Statement => ({
  name: 'board',
  text: `with rows as (
      select t.id as entry_id, t.employee_id, t.started_at,
        case when t.shift_id is not null then (select min(f.started_at) from time_entries f where f.organization_id = $1
          and f.employee_id = t.employee_id and f.started_at > $8 and f.shift_id = t.shift_id) end as came_at,
        b.started_at as break_started_at, t.location_id, t.zone,
        coalesce(s.department_id, (select m.department_id from employee_departments m
          join departments d on d.organization_id = $1 and d.id = m.department_id and d.location_id = t.location_id
          where m.organization_id = $1 and m.employee_id = t.employee_id order by m.department_id = any($4) desc nulls last limit 1)) as department_id,
        s.id as shift_id, coalesce(c.starts_at, s.starts_at) as starts_at, coalesce((select max(fc.ends_at) from shifts f
          join shift_publications fc on fc.organization_id = $1 and fc.id = f.publication_id
          where t.further_shift_ids is not null and f.organization_id = $1 and f.id = any(t.further_shift_ids)), c.ends_at, s.ends_at) as ends_at,
        coalesce(c.position_id, s.position_id) as position_id
      from time_entries t
      left join shifts s on s.organization_id = $1 and s.id = t.shift_id
      left join shift_publications c on c.organization_id = $1 and c.id = s.publication_id
      left join time_entry_breaks b on b.organization_id = $1 and b.time_entry_id = t.id and b.ended_at is null
      where t.organization_id = $1 and t.ended_at is null and ($2::uuid is null or t.location_id = $2)
      union all
      select null, p.employee_id, null, null, null, p.location_id, p.zone, p.department_id, p.shift_id, p.starts_at, p.ends_at, p.position_id
      from shift_publications p
      join shifts w on w.organization_id = $1 and w.id = p.shift_id and w.publication_id = p.id
      where p.organization_id = $1 and p.local_date = any($7::date[]) and p.kind = 'published' and p.employee_id is not null
        and p.starts_at < $6 and p.ends_at > $5 and ($2::uuid is null or p.location_id = $2)
        and not exists (select 1 from time_entries t where t.organization_id = $1
          and t.employee_id = p.employee_id and (t.ended_at is null or t.shift_id = p.shift_id or p.shift_id = any(t.further_shift_ids))))
    select r.entry_id as "entryId", e.id as "employeeId", e.name, e.phone, r.started_at as "startedAt",
      r.came_at as "cameAt", r.break_started_at as "breakStartedAt", r.location_id as "locationId", l.name as "locationName", r.zone,
      r.department_id as "departmentId", r.shift_id as "shiftId", r.starts_at as "shiftStartsAt", r.ends_at as "shiftEndsAt",
      o.name as "positionName"
    from rows r
    join employees e on e.organization_id = $1 and e.id = r.employee_id and (r.entry_id is not null or e.status <> 'deactivated')
    join locations l on l.organization_id = $1 and l.id = r.location_id
    left join positions o on o.organization_id = $1 and o.id = r.position_id
    where $3::uuid[] is null or r.location_id = any($3) or r.department_id = any($4)
    order by lower(e.name), e.id, r.starts_at limit 5000`,
  values: [
    orgId,
    filter.locationId,
    filter.scope?.locationIds ?? null,
    filter.scope?.departmentIds ?? null,
    filter.now,
    filter.until,
    filter.shiftDates,
    filter.since,
  ],
});
