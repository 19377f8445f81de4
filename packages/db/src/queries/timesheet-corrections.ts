import type { Statement, Tx } from '../database.ts';
import { OWN_DECIDES, type OwnDecides } from './timesheet-settings.ts';
import type { RequestedTimes } from '../schema/timesheets.ts';

export type CorrectionRow = {
  id: string;
  employeeId: string;
  employeeName: string;
  userId: string | null;
  entryId: string | null;
  entryVersion: number | null;
  locationId: string;
  localDate: string;
  zone: string;
  before: {
    startedAt: string;
    endedAt: string | null;
    breaks?: { startedAt: string; endedAt: string; paid: boolean }[];
  } | null;
  requested: RequestedTimes;
  comment: string;
  state: 'proposed' | 'accepted' | 'declined' | 'withdrawn';
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  createdAt: string;
  version: number;
  periodState: 'open' | 'closed' | 'locked' | null;
  /** Where it belongs for those who manage departments. */
  departmentIds: string[];
  ownDecides: OwnDecides;
};

const SELECT = `select c.id, c.employee_id as "employeeId", e.name as "employeeName", e.user_id as "userId",
    c.time_entry_id as "entryId", c.entry_version as "entryVersion", c.location_id as "locationId",
    c.local_date as "localDate", c.zone, c.before, c.requested, c.comment, c.state, c.reason, d.name as "decidedBy",
    c.decided_at as "decidedAt", c.created_at as "createdAt", c.version, p.state as "periodState",
    coalesce(case when s.id is not null then array[s.department_id] else
      (select array_agg(m.department_id) from employee_departments m
       where m.organization_id = c.organization_id and m.employee_id = c.employee_id) end, '{}') as "departmentIds",
    ${OWN_DECIDES} as "ownDecides"
  from timesheet_corrections c
  join employees e on e.organization_id = c.organization_id and e.id = c.employee_id
  left join employees d on d.organization_id = c.organization_id and d.user_id = c.decided_by
  left join time_entries t on t.organization_id = c.organization_id and t.id = c.time_entry_id
  left join shifts s on s.organization_id = t.organization_id and s.id = t.shift_id
  left join pay_periods p on p.organization_id = c.organization_id and p.period @> c.local_date`;

export type NewCorrection = {
  id: string;
  employeeId: string;
  entryId: string | null;
  entryVersion: number | null;
  locationId: string;
  localDate: string;
  zone: string;
  before: CorrectionRow['before'];
  requested: RequestedTimes;
  comment: string;
  proposedBy: string | null;
  createdAt: string;
};

export async function insertCorrection(tx: Tx, orgId: string, row: NewCorrection): Promise<void> {
  await tx.$client.query({
    name: 'timesheet_correction_insert',
    text: `insert into timesheet_corrections (organization_id, id, employee_id, time_entry_id, entry_version, location_id,
             local_date, zone, before, requested, comment, proposed_by, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      orgId,
      row.id,
      row.employeeId,
      row.entryId,
      row.entryVersion,
      row.locationId,
      row.localDate,
      row.zone,
      row.before && JSON.stringify(row.before),
      JSON.stringify(row.requested),
      row.comment,
      row.proposedBy,
      row.createdAt,
    ],
  });
}

export async function findCorrection(tx: Tx, orgId: string, id: string): Promise<CorrectionRow | undefined> {
  const { rows } = await tx.$client.query<CorrectionRow>({
    name: 'timesheet_correction_find',
    text: `${SELECT} where c.organization_id = $1 and c.id = $2`,
    values: [orgId, id],
  });
  return rows[0];
}

/** One correction, held until the transaction ends. */
export async function lockCorrection(tx: Tx, orgId: string, id: string): Promise<CorrectionRow | undefined> {
  await tx.$client.query({
    name: 'timesheet_correction_hold',
    text: 'select 1 from timesheet_corrections where organization_id = $1 and id = $2 for update',
    values: [orgId, id],
  });
  return findCorrection(tx, orgId, id);
}

export async function decideCorrectionRow(
  tx: Tx,
  orgId: string,
  id: string,
  values: {
    state: 'accepted' | 'declined' | 'withdrawn';
    reason: string | null;
    decidedBy: string | null;
    decidedAt: string;
  },
): Promise<void> {
  await tx.$client.query({
    name: 'timesheet_correction_decide',
    text: `update timesheet_corrections set state = $3, reason = $4, decided_by = $5, decided_at = $6, version = version + 1
           where organization_id = $1 and id = $2`,
    values: [orgId, id, values.state, values.reason, values.decidedBy, values.decidedAt],
  });
}

export type CorrectionFilter = {
  startDate: string;
  endDate: string;
  state: string | null;
  employeeId: string | null;
};

/** Gives CorrectionRows of a range of days, oldest first, at most 1,000. */
export const correctionsStatement = (orgId: string, filter: CorrectionFilter): Statement => ({
  name: 'timesheet_corrections_list',
  text: `${SELECT} where c.organization_id = $1 and c.local_date between $2 and $3 and ($4::text is null or c.state = $4)
           and ($5::uuid is null or c.employee_id = $5) order by c.local_date, c.id limit 1000`,
  values: [orgId, filter.startDate, filter.endDate, filter.state, filter.employeeId],
});

/** Corrections of a range of days, oldest first, at most 1,000. */
export async function listCorrections(
  tx: Tx,
  orgId: string,
  filter: CorrectionFilter,
): Promise<CorrectionRow[]> {
  const { rows } = await tx.$client.query<CorrectionRow>(correctionsStatement(orgId, filter));
  return rows;
}
