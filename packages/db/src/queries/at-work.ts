import type { Statement } from '../database.ts';
import type { PlaceScope } from './place-scope.ts';
import { ENTRY_COLUMNS, entryInScope, type TimeEntryRow } from './time-entries.ts';

type AtWorkShift = {
  shiftId: string | null;
  shiftStartsAt: string;
  shiftEndsAt: string;
  positionName: string | null;
};
/** An open entry with its person and shift. `breaks` as Postgres gives them: pass through withBreaks. */
export type OpenEntryRow = TimeEntryRow & AtWorkShift & { name: string };
/** A published shift that is on now and that nobody clocked in to. */
export type MissingRow = Omit<AtWorkShift, 'shiftId'> & {
  shiftId: string;
  employeeId: string;
  name: string;
  locationId: string;
  zone: string;
};

export type AtWorkFilter = {
  now: string;
  /** Business days on which a shift that is on now may have started. */
  shiftDates: string[];
  locationId: string | null;
  scope: PlaceScope;
};

/** Two statements: open entries (OpenEntryRow), then published shifts without a punch (MissingRow). */
export function atWorkStatements(orgId: string, filter: AtWorkFilter): [Statement, Statement] {
  const places = [filter.locationId, filter.scope?.locationIds ?? null, filter.scope?.departmentIds ?? null];
  return [
    {
      name: 'at_work_open',
      text: `select ${ENTRY_COLUMNS}, e.name, s.starts_at as "shiftStartsAt", s.ends_at as "shiftEndsAt", o.name as "positionName"
             from time_entries t
             join employees e on e.organization_id = t.organization_id and e.id = t.employee_id
             left join shifts s on s.organization_id = t.organization_id and s.id = t.shift_id
             left join positions o on o.organization_id = s.organization_id and o.id = s.position_id
             where t.organization_id = $1 and t.ended_at is null and ($2::uuid is null or t.location_id = $2)
               and ${entryInScope('$3', '$4')} limit 5000`,
      values: [orgId, ...places],
    },
    {
      name: 'at_work_missing',
      text: `select p.shift_id as "shiftId", p.starts_at as "shiftStartsAt", p.ends_at as "shiftEndsAt", o.name as "positionName",
               e.id as "employeeId", e.name, p.location_id as "locationId", p.zone
             from shift_publications p
             join shifts w on w.organization_id = p.organization_id and w.id = p.shift_id and w.publication_id = p.id
             join employees e on e.organization_id = p.organization_id and e.id = p.employee_id and e.status <> 'deactivated'
             left join positions o on o.organization_id = p.organization_id and o.id = p.position_id
             where p.organization_id = $1 and p.local_date = any($6::date[]) and p.kind = 'published'
               and p.starts_at <= $5 and p.ends_at > $5 and ($2::uuid is null or p.location_id = $2)
               and ($3::uuid[] is null or p.location_id = any($3) or p.department_id = any($4))
               and not exists (select 1 from time_entries t where t.organization_id = p.organization_id
                 and t.employee_id = p.employee_id and (t.ended_at is null or t.shift_id = p.shift_id or p.shift_id = any(t.further_shift_ids))) limit 5000`,
      values: [orgId, ...places, filter.now, filter.shiftDates],
    },
  ];
}

export type LocationContext = {
  id: string;
  zone: string;
  currency: string;
  weekStart: number;
  departmentIds: string[];
};

/** A location in use with what reading it needs: its zone, the organisation's week and currency, its departments. */
export const locationContext = (orgId: string, locationId: string): Statement => ({
  name: 'location_context',
  text: `select l.id, l.zone, o.currency, o.week_start as "weekStart",
           array(select d.id::text from departments d where d.organization_id = l.organization_id and d.location_id = l.id) as "departmentIds"
         from locations l join organizations o on o.id = l.organization_id
         where l.organization_id = $1 and l.id = $2 and l.archived_at is null`,
  values: [orgId, locationId],
});
