import { AppError } from '@vaktplan/contracts/errors';
import type { PayPeriodView, UnlockPayPeriod } from '@vaktplan/contracts/http/pay-periods';
import { lockTimesheetSettings } from '@vaktplan/db/queries/timesheet-settings';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { changePeriod, loadPeriodForChange } from './change-period.ts';
import { presentPayPeriod } from './pay-period.presenter.ts';
import { takeInLatePunches } from './take-in-late-punches.ts';

/**
 * Unlocks a locked period for a while (24 hours unless the settings say otherwise), with a reason that is written down;
 * then it locks itself again. What came for it meanwhile, and nobody has settled, counts. Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `already_decided`.
 */
export async function unlockPayPeriod(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  { reason }: UnlockPayPeriod,
): Promise<PayPeriodView> {
  const unlocked = await transact(ctx, 'pay-periods.unlock', async (tx) => {
    const { row, today } = await loadPeriodForChange(tx, ctx, id, 'pay-period:unlock', expectedVersion);
    if (row.state !== 'locked') throw new AppError('already_decided');
    const { relockHours } = await lockTimesheetSettings(tx, ctx.orgId);
    const relockAt = ctx.now().add({ hours: relockHours }).toString();
    const updated = await changePeriod(tx, ctx, row, {
      state: 'closed',
      relockAt,
      decision: 'unlocked',
      reason,
    });
    return presentPayPeriod(ctx.actor, updated, today);
  });
  // people's clocks are taken before periods are held, here as everywhere: so not in that transaction
  await takeInLatePunches(ctx, id);
  return unlocked;
}
