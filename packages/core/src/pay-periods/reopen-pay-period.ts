import { AppError } from '@vaktplan/contracts/errors';
import type { PayPeriodView } from '@vaktplan/contracts/http/pay-periods';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { changePeriod, loadPeriodForChange } from './change-period.ts';
import { presentPayPeriod } from './pay-period.presenter.ts';

/**
 * Opens a closed period for proposals again; one that is only unlocked for a while stays closed. Throws `not_found`,
 * `forbidden`, `version_missing`, `version_conflict`, `already_decided`.
 */
export const reopenPayPeriod = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<PayPeriodView> =>
  transact(ctx, 'pay-periods.reopen', async (tx) => {
    const { row, today } = await loadPeriodForChange(tx, ctx, id, 'pay-period:lock', expectedVersion);
    if (row.state !== 'closed' || row.relockAt !== null) throw new AppError('already_decided');
    const updated = await changePeriod(tx, ctx, row, { state: 'open', decision: 'reopened' });
    return presentPayPeriod(ctx.actor, updated, today);
  });
