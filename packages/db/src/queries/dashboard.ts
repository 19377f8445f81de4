import type { Statement } from '../database.ts';
import { isoSql } from '../iso.ts';
import type { PlaceScope } from './place-scope.ts';
import { CHANGED_BY, PUBLISHED_COPY } from './published-copy.ts';
import type { ShiftRow } from './shifts.ts';
import { ENTRY_COLUMNS, entryInScope } from './time-entries.ts';

export type DashboardShiftRow = ShiftRow & { employeeName: string | null; positionName: string | null };
export type DashboardRateRow = {
  employeeId: string;
  from: string;
  to: string | null;
  hourlyMinor: number;
  positionId: string | null;
};

export type DashboardFilter = {
  locationId: string;
  startDate: string;
  endDate: string;
  shiftScope: PlaceScope;
  entryScope: PlaceScope;
};

const PLANNED = `from shifts s where s.organization_id = $1 and s.local_date between $3 and $4 and s.location_id = $2
  and ($5::uuid[] is null or s.location_id = any($5) or s.department_id = any($6))`;

/**
 * Three statements about some business days of a location: the working copy of its shifts with names (DashboardShiftRow),
 * the rates of the people planned (DashboardRateRow), its time entries (TimeEntryRow).
 */
export function dashboardStatements(
  orgId: string,
  filter: DashboardFilter,
): [Statement, Statement, Statement] {
  const days = [orgId, filter.locationId, filter.startDate, filter.endDate];
  const scoped = (scope: PlaceScope) => [...days, scope?.locationIds ?? null, scope?.departmentIds ?? null];
  return [
    {
      name: 'dashboard_shifts',
      text: `select s.id, s.schedule_id as "scheduleId", s.location_id as "locationId", s.department_id as "departmentId",
               s.position_id as "positionId", s.employee_id as "employeeId", s.starts_at as "startsAt", s.ends_at as "endsAt",
               s.zone, s.local_date as "localDate", s.notes, s.version, s.published_version as "publishedVersion",
               s.publication_id as "publicationId", s.deleted_at as "deletedAt", s.updated_at as "changedAt",
               ${CHANGED_BY} as "changedBy", ${PUBLISHED_COPY} as published, e.name as "employeeName", o.name as "positionName",
               coalesce((select json_agg(json_build_object('minutes', b.minutes, 'paid', b.paid,
                   'startsAt', ${isoSql('b.starts_at')}) order by b.id)
                 from shift_breaks b where b.organization_id = s.organization_id and b.shift_id = s.id), '[]') as breaks
             from (select s.* ${PLANNED} and (s.deleted_at is null or s.publication_id is not null)) s
             left join employees e on e.organization_id = s.organization_id and e.id = s.employee_id
             left join positions o on o.organization_id = s.organization_id and o.id = s.position_id
             order by s.starts_at, s.id limit 20000`,
      values: scoped(filter.shiftScope),
    },
    {
      name: 'dashboard_rates',
      text: `select r.employee_id as "employeeId", coalesce(lower(r.valid), date '0001-01-01') as "from",
               upper(r.valid) as "to", r.hourly_minor as "hourlyMinor",
               r.position_id as "positionId"
             from pay_rates r where r.organization_id = $1 and r.valid && daterange($3::date, $4::date + 2, '[]')
               and r.employee_id in (select s.employee_id ${PLANNED}) limit 20000`,
      values: scoped(filter.shiftScope),
    },
    {
      name: 'dashboard_entries',
      text: `select ${ENTRY_COLUMNS} from time_entries t
             left join shifts s on s.organization_id = t.organization_id and s.id = t.shift_id
             where t.organization_id = $1 and t.local_date between $3 and $4 and t.location_id = $2
               and ${entryInScope('$5', '$6')} limit 20000`,
      values: scoped(filter.entryScope),
    },
  ];
}
