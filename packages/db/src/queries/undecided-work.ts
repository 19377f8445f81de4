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

export type SeenPlan = { id: string; startsAt: string; endsAt: string };

/**
 * What these entries were compared with when people last saw another plan than that of the publication (null: than none):
 * their shift, to the end of what was worked in the same go.
 */
export async function listSeenPlans(
  tx: Tx,
  orgId: string,
  entryIds: readonly string[],
  publicationId: string | null,
): Promise<SeenPlan[]> {
  const { rows } = await tx.$client.query<SeenPlan>({
    name: 'entry_plans_seen',
    text: `select t.id, min(p.starts_at) as "startsAt", max(p.ends_at) as "endsAt" from time_entries t
           cross join lateral unnest(array_append(t.further_shift_ids, t.shift_id)) as s(id)
           cross join lateral (select c.starts_at, c.ends_at from shift_publications c
             where c.organization_id = $1 and c.shift_id = s.id and c.kind = 'published'
               and ($3::uuid is null or c.publication_id <> $3) order by c.published_at desc limit 1) p
           where t.organization_id = $1 and t.id = any($2::uuid[]) group by t.id`,
    values: [orgId, entryIds, publicationId],
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
