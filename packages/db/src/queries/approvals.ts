import type { Tx } from '../database.ts';

export type NewApproval = {
  id: string;
  subjectType: 'time_entry' | 'timesheet' | 'pay_period' | 'correction' | 'adjustment' | 'refused_tap';
  subjectId: string;
  employeeId: string | null;
  step: string;
  decision: string;
  reason: string | null;
  actorId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** Writes decisions down, in one statement, in the order given. */
export async function insertApprovals(
  tx: Tx,
  orgId: string,
  at: string,
  decisions: readonly NewApproval[],
): Promise<void> {
  if (decisions.length === 0) return;
  await tx.$client.query({
    name: 'approvals_insert',
    text: `insert into approvals (organization_id, id, subject_type, subject_id, employee_id, step, decision, reason, actor_id,
             before, after, decided_at)
           select $1, d.id, d."subjectType", d."subjectId", d."employeeId", d.step, d.decision, d.reason, d."actorId", d.before,
             d.after, $3
           from jsonb_to_recordset($2::jsonb) as d(id uuid, "subjectType" text, "subjectId" uuid, "employeeId" uuid, step text,
             decision text, reason text, "actorId" uuid, before jsonb, after jsonb)`,
    values: [orgId, JSON.stringify(decisions), at],
  });
}

export type ApprovalRow = Omit<NewApproval, 'actorId' | 'employeeId'> & { actor: string | null; at: string };

/** More steps than this are not shown: the newest are. */
const MAX_STEPS = 500;

/** Decisions about the subjects, newest first. A member's name comes from the employee, else from nobody. */
export async function listApprovals(
  tx: Tx,
  orgId: string,
  subjects: readonly string[],
): Promise<ApprovalRow[]> {
  const { rows } = await tx.$client.query<ApprovalRow>({
    name: 'approvals_list',
    text: `select a.id, a.subject_type as "subjectType", a.subject_id as "subjectId", a.step,
             a.decision, a.reason, e.name as actor, a.before, a.after, a.decided_at as at
           from approvals a
           left join employees e on e.organization_id = a.organization_id and e.user_id = a.actor_id
           where a.organization_id = $1 and a.subject_id = any($2::uuid[])
           order by a.decided_at desc, a.id desc limit ${MAX_STEPS}`,
    values: [orgId, subjects],
  });
  return rows;
}
