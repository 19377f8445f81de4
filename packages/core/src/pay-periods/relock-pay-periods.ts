import { listPeriodsToRelock, lockPayPeriod as holdPayPeriod } from '@vaktplan/db/queries/pay-periods';
import { countUnsettled } from '@vaktplan/db/queries/timesheets';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { changePeriod } from './change-period.ts';

/** Locks the periods again whose time of being unlocked is up and in which nobody is at work any more. May run twice. Returns how many. */
export const relockPayPeriods = (ctx: Ctx): Promise<number> =>
  transact(ctx, 'pay-periods.relock', async (tx) => {
    const now = ctx.now().toString();
    let locked = 0;
    for (const id of await listPeriodsToRelock(tx, ctx.orgId, now)) {
      const row = await holdPayPeriod(tx, ctx.orgId, id, 'update');
      // somebody may have locked it meanwhile
      if (!row?.relockAt || Date.parse(row.relockAt) > ctx.now().epochMilliseconds) continue;
      // a locked entry could never end: until then it waits, and is looked at again at the next run
      if ((await countUnsettled(tx, ctx.orgId, row)).open > 0) continue;
      await changePeriod(tx, ctx, row, { state: 'locked', decision: 'relocked' });
      locked++;
    }
    return locked;
  });
