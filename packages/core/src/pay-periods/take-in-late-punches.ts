import { listLateClocks } from '@vaktplan/db/queries/timesheet-adjustments';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { saveClocks, takeClocks } from '../time-tracking/recording/record-taps.ts';

const TOGETHER = 50;

/** What came for a period while it was locked counts in it now that it is not. May run twice. */
export async function takeInLatePunches(ctx: Ctx, payPeriodId: string): Promise<void> {
  const late = await ctx.db.transaction(ctx.orgId, (tx) => listLateClocks(tx, ctx.orgId, payPeriodId));
  for (let nr = 0; nr < late.length; nr += TOGETHER) {
    const some = late.slice(nr, nr + TOGETHER);
    await transact({ ...ctx, idempotency: undefined }, 'pay-periods.take-in', async (tx) => {
      const now = ctx.now().epochMilliseconds;
      const from = new Map(some.map((one) => [one.employeeId, Date.parse(one.from)]));
      await saveClocks(tx, ctx, await takeClocks(tx, ctx, from, [], now), {}, now);
    });
  }
}
