import { AppError } from '@vaktplan/contracts/errors';
import type { LockPayPeriod, PayPeriodView } from '@vaktplan/contracts/http/pay-periods';
import { countUnsettled } from '@vaktplan/db/queries/timesheets';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { changePeriod, loadPeriodForChange } from './change-period.ts';
import { presentPayPeriod } from './pay-period.presenter.ts';

/**
 * Locks a period that is over: nothing in it changes any more, and its sheets keep their totals. Work that has not ended
 * is in the way always, what is undecided or proposed unless `anyway`. Throws `not_found`, `forbidden`, `version_missing`,
 * `version_conflict`, `already_decided`, `period_not_over`, `entry_open` (somebody is still at work), `period_unsettled`.
 */
export const lockPayPeriod = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: LockPayPeriod,
): Promise<PayPeriodView> =>
  transact(ctx, 'pay-periods.lock', async (tx) => {
    const { row, today } = await loadPeriodForChange(tx, ctx, id, 'pay-period:lock', expectedVersion);
    if (row.state === 'locked') throw new AppError('already_decided');
    if (row.endDate >= today) throw new AppError('period_not_over');
    const left = await countUnsettled(tx, ctx.orgId, row);
    if (left.open > 0) {
      throw new AppError('entry_open', {
        detail: `Still at work in this period: ${left.open}. Enter when they left, then lock.`,
      });
    }
    if (!input.anyway && left.undecided + left.proposed > 0) {
      throw new AppError('period_unsettled', {
        detail: `Not decided: ${counted(left.undecided, 'entry', 'entries')}, ${counted(left.proposed, 'correction', 'corrections')}. Decide, or lock all the same.`,
      });
    }
    const updated = await changePeriod(tx, ctx, row, { state: 'locked', decision: 'locked' });
    return presentPayPeriod(ctx.actor, updated, today);
  });

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
