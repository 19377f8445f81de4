import type { Tx } from '../database.ts';

type Days = { startDate: string; endDate: string };

/** Of each of these people with work of about those days that nobody has approved: when the first of it began. */
export async function listUndecidedWork(
  tx: Tx,
  orgId: string,
  employeeIds: readonly string[],
  { startDate, endDate }: Days,
): Promise<{ employeeId: string; startedAt: string }[]> {
  // shifts are a day long at most, their windows hours, and zones less than a day from UTC
  const { rows } = await tx.$client.query<{ employeeId: string; startedAt: string }>({
    name: 'undecided_work',
    text: `select t.employee_id as "employeeId", min(t.started_at) as "startedAt" from time_entries t
           left join time_entry_reviews r on r.organization_id = t.organization_id and r.time_entry_id = t.id
           where t.organization_id = $1 and t.employee_id = any($2::uuid[])
             and t.started_at >= $3::date::timestamptz - interval '3 days' and t.started_at < $4::date::timestamptz + interval '4 days'
             and (r.time_entry_id is null or r.state <> 'approved' or r.entry_version <> t.version)
           group by t.employee_id order by t.employee_id`,
    values: [orgId, employeeIds, startDate, endDate],
  });
  return rows;
}

/** Proposals about entries of which only the judgement changed are about the version that there is now. */
export async function carryProposals(
  tx: Tx,
  orgId: string,
  entries: readonly { id: string; from: number; to: number }[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.$client.query({
    name: 'timesheet_corrections_carry',
    text: `update timesheet_corrections c set entry_version = e.after
           from unnest($2::uuid[], $3::int[], $4::int[]) as e(id, before, after)
           where c.organization_id = $1 and c.time_entry_id = e.id and c.state = 'proposed' and c.entry_version = e.before`,
    values: [
      orgId,
      entries.map(({ id }) => id),
      entries.map(({ from }) => from),
      entries.map(({ to }) => to),
    ],
  });
}
