import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import { insertApprovals } from '@vaktplan/db/queries/approvals';
import { dismissTakenIn, listLateClocks } from '@vaktplan/db/queries/timesheet-adjustments';
import { userIdOf, type Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { saveClocks, takeClocks } from '../time-tracking/recording/record-taps.ts';

const TOGETHER = 50;
const REASON = 'The period was unlocked: it counts in the entry itself.';

/** What came for a period while it was locked counts in it now that it is not. May run twice. */
export async function takeInLatePunches(ctx: Ctx, payPeriodId: string): Promise<void> {
  const late = await ctx.db.transaction(ctx.orgId, (tx) => listLateClocks(tx, ctx.orgId, payPeriodId));
  for (let nr = 0; nr < late.length; nr += TOGETHER) {
    const some = late.slice(nr, nr + TOGETHER);
    await transact({ ...ctx, idempotency: undefined }, 'pay-periods.take-in', async (tx) => {
      const now = ctx.now().epochMilliseconds;
      const from = new Map(some.map((one) => [one.employeeId, Date.parse(one.from)]));
      await saveClocks(tx, ctx, await takeClocks(tx, ctx, from, [], now), [], now);
    });
  }
}

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
