import { AppError } from '@vaktplan/contracts/errors';
import type { PayPeriodView } from '@vaktplan/contracts/http/pay-periods';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { changePeriod, loadPeriodForChange } from './change-period.ts';
import { presentPayPeriod } from './pay-period.presenter.ts';

/**
 * Ends the time for proposals: from now on only those who approve change hours. Throws `not_found`, `forbidden`,
 * `version_missing`, `version_conflict`, `already_decided`, `period_not_over`.
 */
export const closePayPeriod = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<PayPeriodView> =>
  transact(ctx, 'pay-periods.close', async (tx) => {
    const { row, today } = await loadPeriodForChange(tx, ctx, id, 'pay-period:lock', expectedVersion);
    if (row.state !== 'open') throw new AppError('already_decided');
    if (row.endDate >= today) throw new AppError('period_not_over');
    const updated = await changePeriod(tx, ctx, row, { state: 'closed', decision: 'closed' });
    return presentPayPeriod(ctx.actor, updated, today);
  });
