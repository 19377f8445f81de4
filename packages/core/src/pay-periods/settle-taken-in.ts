import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { dismissTakenIn } from '@vaktplan/db/queries/timesheet-adjustments';
import { newId } from '@vaktplan/platform/new-id';
import { userIdOf, type Ctx } from '../context/ctx.ts';

const REASON = 'The period was unlocked: it counts in the entry itself.';

/** Punches that count in an entry after all are no longer there to be settled. */
export async function settleTakenIn(tx: Tx, ctx: Ctx, punchIds: readonly string[]): Promise<void> {
  const at = ctx.now().toString();
  const settled = await dismissTakenIn(tx, ctx.orgId, punchIds, { reason: REASON, at });
  await insertApprovals(
    tx,
    ctx.orgId,
    at,
    settled.map(({ id, employeeId }) => ({
      id: newId(),
      subjectType: 'adjustment' as const,
      subjectId: id,
      employeeId,
      step: 'automatic',
      decision: 'dismissed',
      reason: REASON,
      actorId: userIdOf(ctx.actor),
      before: { state: 'open' },
      after: { minutes: null },
    })),
  );
}
