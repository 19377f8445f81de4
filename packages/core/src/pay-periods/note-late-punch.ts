import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { insertAdjustment } from '@vaktplan/db/queries/timesheet-adjustments';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { ensurePeriod } from './ensure-periods.ts';

export type LatePunch = { employeeId: string; punchId: string; localDate: string };

/**
 * Keeps a punch that came for a locked day: the entries there stay as they are, and somebody settles the matter in a
 * later period. The same punch is noted once. Runs in the transaction that stores the punch.
 */
export async function noteLatePunch(tx: Tx, ctx: Ctx, late: LatePunch): Promise<void> {
  const period = await ensurePeriod(tx, ctx, late.localDate);
  const id = newId();
  const createdAt = ctx.now().toString();
  const noted = await insertAdjustment(tx, ctx.orgId, { id, ...late, payPeriodId: period.id, createdAt });
  if (!noted) return;
  await insertApprovals(tx, ctx.orgId, createdAt, [
    {
      id: newId(),
      subjectType: 'adjustment',
      subjectId: id,
      employeeId: late.employeeId,
      step: 'punch',
      decision: 'late',
      reason: null,
      actorId: userIdOf(ctx.actor),
      before: null,
      after: { punchId: late.punchId, localDate: late.localDate },
    },
  ]);
}
