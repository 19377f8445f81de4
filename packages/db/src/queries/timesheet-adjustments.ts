import type { Statement, Tx } from '../database.ts';
import { OWN_DECIDES, type OwnDecides } from './timesheet-settings.ts';

export type AdjustmentRow = {
  id: string;
  employeeId: string;
  employeeName: string;
  payPeriodId: string;
  localDate: string;
  punchId: string | null;
  punchZone: string | null;
  punchKind: string | null;
  punchAt: string | null;
  punchLocationId: string | null;
  state: 'open' | 'counted' | 'dismissed';
  minutes: number | null;
  countedInId: string | null;
  reason: string | null;
  departmentIds: string[];
  ownDecides: OwnDecides;
  createdAt: string;
  version: number;
};

const SELECT = `select a.id, a.employee_id as "employeeId", e.name as "employeeName", a.pay_period_id as "payPeriodId",
    a.local_date as "localDate", a.punch_id as "punchId", q.zone as "punchZone", q.kind as "punchKind", q.occurred_at as "punchAt", q.location_id as "punchLocationId", a.state,
    a.minutes, a.counted_in_id as "countedInId", a.reason, a.created_at as "createdAt", a.version,
    coalesce((select array_agg(m.department_id) from employee_departments m
      where m.organization_id = a.organization_id and m.employee_id = a.employee_id), '{}') as "departmentIds",
    ${OWN_DECIDES} as "ownDecides"
  from timesheet_adjustments a
  join employees e on e.organization_id = a.organization_id and e.id = a.employee_id
  left join time_punches q on q.organization_id = a.organization_id and q.id = a.punch_id`;

/** Notes that a punch came too late; the same punch once. */
export async function insertAdjustment(
  tx: Tx,
  orgId: string,
  row: {
    id: string;
    employeeId: string;
    payPeriodId: string;
    localDate: string;
    punchId: string | null;
    createdAt: string;
  },
): Promise<boolean> {
  const { rowCount } = await tx.$client.query({
    name: 'timesheet_adjustment_insert',
    text: `insert into timesheet_adjustments (organization_id, id, employee_id, pay_period_id, local_date, punch_id, created_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    values: [orgId, row.id, row.employeeId, row.payPeriodId, row.localDate, row.punchId, row.createdAt],
  });
  return rowCount === 1;
}

export type AdjustmentFilter = {
  state: string | null;
  employeeId: string | null;
  countedInId: string | null;
};

/** Gives AdjustmentRows, at most 500, oldest first. */
export const adjustmentsStatement = (orgId: string, filter: AdjustmentFilter): Statement => ({
  name: 'timesheet_adjustments_list',
  text: `${SELECT} where a.organization_id = $1 and ($2::text is null or a.state = $2)
           and ($3::uuid is null or a.employee_id = $3) and ($4::uuid is null or a.counted_in_id = $4)
         order by a.created_at, a.id limit 500`,
  values: [orgId, filter.state, filter.employeeId, filter.countedInId],
});

/** At most 500, oldest first. */
export async function listAdjustments(
  tx: Tx,
  orgId: string,
  filter: AdjustmentFilter,
): Promise<AdjustmentRow[]> {
  const { rows } = await tx.$client.query<AdjustmentRow>(adjustmentsStatement(orgId, filter));
  return rows;
}

export async function lockAdjustment(tx: Tx, orgId: string, id: string): Promise<AdjustmentRow | undefined> {
  const { rows } = await tx.$client.query<AdjustmentRow>({
    name: 'timesheet_adjustment_hold',
    text: `${SELECT} where a.organization_id = $1 and a.id = $2 for update of a`,
    values: [orgId, id],
  });
  return rows[0];
}

export async function settleAdjustmentRow(
  tx: Tx,
  orgId: string,
  id: string,
  values: {
    minutes: number | null;
    countedInId: string | null;
    reason: string;
    decidedBy: string | null;
    decidedAt: string;
  },
): Promise<void> {
  await tx.$client.query({
    name: 'timesheet_adjustment_settle',
    text: `update timesheet_adjustments set state = case when $3::int is null then 'dismissed' else 'counted' end, minutes = $3,
             counted_in_id = $4, reason = $5, decided_by = $6, decided_at = $7, version = version + 1
           where organization_id = $1 and id = $2`,
    values: [
      orgId,
      id,
      values.minutes,
      values.countedInId,
      values.reason,
      values.decidedBy,
      values.decidedAt,
    ],
  });
}

/** Signed minutes paid with the period, by person. */
export async function adjustmentMinutes(
  tx: Tx,
  orgId: string,
  payPeriodId: string,
): Promise<Map<string, number>> {
  const { rows } = await tx.$client.query<{ employeeId: string; minutes: number }>({
    name: 'timesheet_adjustments_sum',
    text: `select employee_id as "employeeId", sum(minutes)::int as minutes from timesheet_adjustments
           where organization_id = $1 and counted_in_id = $2 group by employee_id`,
    values: [orgId, payPeriodId],
  });
  return new Map(rows.map((row) => [row.employeeId, row.minutes]));
}

/** Whose punches wait to be settled because they came when the period was locked, and from when on. */
export async function listLateClocks(
  tx: Tx,
  orgId: string,
  payPeriodId: string,
): Promise<{ employeeId: string; from: string }[]> {
  const { rows } = await tx.$client.query<{ employeeId: string; from: string }>({
    name: 'timesheet_adjustments_clocks',
    text: `select a.employee_id as "employeeId", min(coalesce(q.happened_at, q.occurred_at)) as "from"
           from timesheet_adjustments a join time_punches q on q.organization_id = a.organization_id and q.id = a.punch_id
           where a.organization_id = $1 and a.pay_period_id = $2 and a.state = 'open' group by 1 order by 1`,
    values: [orgId, payPeriodId],
  });
  return rows;
}

/** Closes what waits about these punches, which count in an entry after all. */
export async function dismissTakenIn(
  tx: Tx,
  orgId: string,
  punchIds: readonly string[],
  { reason, at }: { reason: string; at: string },
): Promise<{ id: string; employeeId: string }[]> {
  const { rows } = await tx.$client.query<{ id: string; employeeId: string }>({
    name: 'timesheet_adjustments_taken_in',
    text: `update timesheet_adjustments set state = 'dismissed', reason = $3, decided_at = $4, version = version + 1
           where organization_id = $1 and punch_id = any($2::uuid[]) and state = 'open'
           returning id, employee_id as "employeeId"`,
    values: [orgId, punchIds, reason, at],
  });
  return rows;
}
