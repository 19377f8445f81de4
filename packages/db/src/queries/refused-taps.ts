import type { Tx } from '../database.ts';
import { OWN_DECIDES, type OwnDecides } from './timesheet-settings.ts';

export type NewRefusedTap = {
  id: string;
  kioskId: string;
  locationId: string;
  employeeId: string | null;
  kind: 'in' | 'out' | 'break_start' | 'break_end';
  occurredAt: string;
  problem: string;
  createdAt: string;
};
export type RefusedTapRow = NewRefusedTap & {
  kioskName: string;
  locationName: string;
  zone: string;
  employeeName: string | null;
  state: 'open' | 'counted' | 'dismissed';
  reason: string | null;
  version: number;
  /** Of the person; of the kiosk when nobody knows whose it was. */
  departmentIds: string[];
  ownDecides: OwnDecides;
};

const SELECT = `select r.id, r.kiosk_id as "kioskId", r.location_id as "locationId", r.employee_id as "employeeId", r.kind,
    r.occurred_at as "occurredAt", r.problem, r.created_at as "createdAt", coalesce(k.name, '') as "kioskName",
    l.name as "locationName", l.zone, e.name as "employeeName", r.state, r.reason, r.version,
    case when r.employee_id is null then coalesce(k.department_ids, '{}') else
      coalesce((select array_agg(m.department_id) from employee_departments m
        where m.organization_id = r.organization_id and m.employee_id = r.employee_id), '{}') end as "departmentIds",
    ${OWN_DECIDES} as "ownDecides"
  from refused_taps r
  join locations l on l.organization_id = r.organization_id and l.id = r.location_id
  left join time_clock_devices k on k.organization_id = r.organization_id and k.id = r.kiosk_id
  left join employees e on e.organization_id = r.organization_id and e.id = r.employee_id`;

/** Notes a tap that was refused; the same one, sent again, keeps its first note. Out: was it new? */
export async function insertRefusedTap(tx: Tx, orgId: string, tap: NewRefusedTap): Promise<boolean> {
  // an id in a body may be anybody's: whom this organisation does not have is nobody
  const { rowCount } = await tx.$client.query({
    name: 'refused_tap_insert',
    text: `insert into refused_taps (organization_id, id, kiosk_id, location_id, employee_id, kind, occurred_at, problem, created_at)
           values ($1, $2, $3, $4, (select id from employees where organization_id = $1 and id = $5), $6, $7, $8, $9)
           on conflict do nothing`,
    values: [
      orgId,
      tap.id,
      tap.kioskId,
      tap.locationId,
      tap.employeeId,
      tap.kind,
      tap.occurredAt,
      tap.problem,
      tap.createdAt,
    ],
  });
  return rowCount === 1;
}

/** Those that wait to be settled, oldest first, at most 500. */
export async function listOpenRefusedTaps(tx: Tx, orgId: string): Promise<RefusedTapRow[]> {
  const { rows } = await tx.$client.query<RefusedTapRow>({
    name: 'refused_taps_open',
    text: `${SELECT} where r.organization_id = $1 and r.state = 'open' order by r.occurred_at, r.id limit 500`,
    values: [orgId],
  });
  return rows;
}

/** One of them, held until the transaction ends. */
export async function lockRefusedTap(tx: Tx, orgId: string, id: string): Promise<RefusedTapRow | undefined> {
  const { rows } = await tx.$client.query<RefusedTapRow>({
    name: 'refused_tap_hold',
    text: `${SELECT} where r.organization_id = $1 and r.id = $2 for update of r`,
    values: [orgId, id],
  });
  return rows[0];
}

export type SettledTap = {
  state: 'counted' | 'dismissed';
  employeeId: string | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string;
};

export async function settleRefusedTapRow(tx: Tx, orgId: string, id: string, row: SettledTap): Promise<void> {
  await tx.$client.query({
    name: 'refused_tap_settle',
    text: `update refused_taps set state = $3, employee_id = $4, reason = $5, decided_by = $6, decided_at = $7,
             version = version + 1 where organization_id = $1 and id = $2`,
    values: [orgId, id, row.state, row.employeeId, row.reason, row.decidedBy, row.decidedAt],
  });
}
