import type { Statement, Tx } from '../database.ts';
import { ofDays } from './timesheet-lines.ts';
import { OWN_DECIDES, type OwnDecides } from './timesheet-settings.ts';

export type SheetRow = {
  id: string;
  employeeId: string;
  payPeriodId: string;
  state: 'open' | 'submitted' | 'approved' | 'locked';
  entries: number;
  approvedEntries: number;
  countedMinutes: number;
  breakMinutes: number;
  adjustmentMinutes: number;
  submittedAt: string | null;
  approvedAt: string | null;
  version: number;
};

const COLUMNS = `h.id, h.employee_id as "employeeId", h.pay_period_id as "payPeriodId", h.state, h.entries,
  h.approved_entries as "approvedEntries", h.counted_minutes as "countedMinutes", h.break_minutes as "breakMinutes",
  h.adjustment_minutes as "adjustmentMinutes", h.submitted_at as "submittedAt", h.approved_at as "approvedAt", h.version`;

/** The sheets of these people in one period, made where there are none, and held until the transaction ends. */
export async function lockSheets(
  tx: Tx,
  orgId: string,
  payPeriodId: string,
  sheets: readonly { id: string; employeeId: string }[],
): Promise<SheetRow[]> {
  const employeeIds = sheets.map((sheet) => sheet.employeeId);
  await tx.$client.query({
    name: 'timesheets_make',
    text: `insert into timesheets (organization_id, id, employee_id, pay_period_id)
           select $1, s.id, s.employee_id, $2 from unnest($3::uuid[], $4::uuid[]) as s(id, employee_id)
           order by s.employee_id on conflict do nothing`,
    values: [orgId, payPeriodId, sheets.map((sheet) => sheet.id), employeeIds],
  });
  const { rows } = await tx.$client.query<SheetRow>({
    name: 'timesheets_hold',
    text: `select ${COLUMNS} from timesheets h
           where h.organization_id = $1 and h.pay_period_id = $2 and h.employee_id = any($3::uuid[])
           order by h.employee_id for update`,
    values: [orgId, payPeriodId, employeeIds],
  });
  return rows;
}

/** Sheets as they now are; each gets one version on. */
export async function updateSheets(
  tx: Tx,
  orgId: string,
  sheets: readonly Omit<SheetRow, 'version' | 'employeeId' | 'payPeriodId'>[],
): Promise<void> {
  if (sheets.length === 0) return;
  await tx.$client.query({
    name: 'timesheets_update',
    text: `update timesheets h set state = s.state, entries = s.entries, approved_entries = s."approvedEntries",
             counted_minutes = s."countedMinutes", break_minutes = s."breakMinutes",
             adjustment_minutes = s."adjustmentMinutes", submitted_at = s."submittedAt", approved_at = s."approvedAt",
             version = h.version + 1
           from jsonb_to_recordset($2::jsonb) as s(id uuid, state text, entries int, "approvedEntries" int,
             "countedMinutes" int, "breakMinutes" int, "adjustmentMinutes" int, "submittedAt" timestamptz,
             "approvedAt" timestamptz)
           where h.organization_id = $1 and h.id = s.id`,
    values: [orgId, JSON.stringify(sheets)],
  });
}

/** Who worked, or is owed something late, in the period. */
export async function listEmployeesOfPeriod(
  tx: Tx,
  orgId: string,
  period: { id: string; startDate: string; endDate: string },
): Promise<string[]> {
  const { rows } = await tx.$client.query<{ employeeId: string }>({
    name: 'pay_period_employees',
    text: `select employee_id as "employeeId" from time_entries
             where organization_id = $1 and local_date between $3::date - 3 and $4::date
               and (local_date >= $3::date or jsonb_array_length(days) > 1)
           union select employee_id from timesheet_adjustments where organization_id = $1 and counted_in_id = $2
           order by 1`,
    values: [orgId, period.id, period.startDate, period.endDate],
  });
  return rows.map((row) => row.employeeId);
}

/** The person, with departments and their locations, or undefined. */
export async function findPerson(
  tx: Tx,
  orgId: string,
  employeeId: string,
): Promise<
  | {
      id: string;
      name: string;
      userId: string | null;
      places: { locationId: string; departmentId: string }[];
      active: boolean;
      ownDecides: OwnDecides;
    }
  | undefined
> {
  const { rows } = await tx.$client.query<{
    id: string;
    name: string;
    userId: string | null;
    places: { locationId: string; departmentId: string }[];
    active: boolean;
    ownDecides: OwnDecides;
  }>({
    name: 'timesheet_person',
    text: `select e.id, e.name, e.user_id as "userId", e.status <> 'deactivated' as active, ${OWN_DECIDES} as "ownDecides", coalesce((select json_agg(json_build_object('locationId', d.location_id,
               'departmentId', d.id)) from employee_departments m
             join departments d on d.organization_id = m.organization_id and d.id = m.department_id
             where m.organization_id = e.organization_id and m.employee_id = e.id), '[]') as places
           from employees e where e.organization_id = $1 and e.id = $2`,
    values: [orgId, employeeId],
  });
  return rows[0];
}

/** What stands in the way of locking: work that goes on, entries without a decision, corrections without an answer. */
export async function countUnsettled(
  tx: Tx,
  orgId: string,
  period: { startDate: string; endDate: string },
): Promise<{ open: number; undecided: number; proposed: number }> {
  const { rows } = await tx.$client.query<{ open: number; undecided: number; proposed: number }>({
    name: 'pay_period_unsettled',
    text: `select count(*) filter (where t.ended_at is null)::int as open,
             count(*) filter (where t.ended_at is not null and (r.time_entry_id is null or r.entry_version <> t.version
               or r.state = 'reopened'))::int as undecided,
             (select count(*)::int from timesheet_corrections c where c.organization_id = $1
               and c.local_date between $2::date and $3::date and c.state = 'proposed') as proposed
           from time_entries t
           left join time_entry_reviews r on r.organization_id = t.organization_id and r.time_entry_id = t.id
           where t.organization_id = $1 and ${ofDays('$2', '$3')}`,
    values: [orgId, period.startDate, period.endDate],
  });
  return rows[0] ?? { open: 0, undecided: 0, proposed: 0 };
}

/** Gives SheetRows of one person. */
export const sheetsOfStatement = (orgId: string, employeeId: string): Statement => ({
  name: 'timesheets_of',
  text: `select ${COLUMNS} from timesheets h where h.organization_id = $1 and h.employee_id = $2`,
  values: [orgId, employeeId],
});

export async function findSheet(tx: Tx, orgId: string, id: string): Promise<SheetRow | undefined> {
  const { rows } = await tx.$client.query<SheetRow>({
    name: 'timesheet_find',
    text: `select ${COLUMNS} from timesheets h where h.organization_id = $1 and h.id = $2`,
    values: [orgId, id],
  });
  return rows[0];
}
