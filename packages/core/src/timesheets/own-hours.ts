import { AppError } from '@vaktplan/contracts/errors';
import { insertApprovals, type NewApproval } from '@vaktplan/db/queries/approvals';
import type { OwnDecides } from '@vaktplan/db/queries/timesheet-settings';
import { newId } from '@vaktplan/platform/new-id';
import { userIdOf, type Actor, type Ctx } from '../context/ctx.ts';

type Whose = { employeeId: string; ownDecides: OwnDecides };

/** Are these the actor's own hours, about which somebody else has to decide? */
export function isOwnBlocked(actor: Actor, { employeeId, ownDecides }: Whose): boolean {
  if (actor.kind !== 'user' || actor.employeeId !== employeeId) return false;
  if (ownDecides === 'owner') return !actor.grants.some(({ role }) => role === 'owner');
  return ownDecides === 'nobody';
}

type Subject = Pick<NewApproval, 'subjectType' | 'subjectId'>;

/** How a refused attempt to decide about one's own hours is written down. */
export const refusedStep = (ctx: Ctx, subject: Subject, wanted: string): NewApproval => ({
  id: newId(),
  ...subject,
  employeeId: ctx.actor.kind === 'user' ? ctx.actor.employeeId : null,
  step: 'manager',
  decision: 'refused',
  reason: null,
  actorId: userIdOf(ctx.actor),
  before: null,
  after: { wanted, code: 'own_hours' },
});

/** Runs a verb; that it was refused because the hours are the actor's own stays in the history, though nothing else does. */
export async function notingOwnHours<T>(
  ctx: Ctx,
  subject: Subject & { wanted: string },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (refusal) {
    if (refusal instanceof AppError && refusal.code === 'own_hours') {
      await ctx.db.transaction(ctx.orgId, (tx) =>
        insertApprovals(tx, ctx.orgId, ctx.now().toString(), [refusedStep(ctx, subject, subject.wanted)]),
      );
    }
    throw refusal;
  }
}
