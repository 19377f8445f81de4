import type { ListPayPeriodsQuery, PayPeriodList } from '@vaktplan/contracts/http/pay-periods';
import { authorize, canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { earliestToday } from './earliest-today.ts';
import { ensurePeriods } from './ensure-periods.ts';
import { presentPayPeriod } from './pay-period.presenter.ts';

/** Pay periods that touch the days (62 at most), in order. Errors: forbidden. */
export async function listPayPeriods(ctx: Ctx, query: ListPayPeriodsQuery): Promise<PayPeriodList> {
  if (!canSomewhere(ctx.actor, 'pay-period:read')) authorize(ctx.actor, 'pay-period:read');
  return transact({ ...ctx, idempotency: undefined }, 'pay-periods.list', async (tx) => {
    const today = await earliestToday(tx, ctx);
    const rows = await ensurePeriods(tx, ctx, query);
    return {
      data: rows.map((row) => presentPayPeriod(ctx.actor, row, today)),
      meta: { count: rows.length },
    };
  });
}
