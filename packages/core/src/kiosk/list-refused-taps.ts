import { AppError } from '@vaktplan/contracts/errors';
import type { RefusedTapList } from '@vaktplan/contracts/http/refused-taps';
import { listOpenRefusedTaps } from '@vaktplan/db/queries/refused-taps';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { maySettleTap, presentRefusedTap } from './refused-tap.presenter.ts';

/** Taps of kiosks that were refused when they came and wait to be settled, oldest first (500 at most). Errors: forbidden. */
export async function listRefusedTaps(ctx: Ctx): Promise<RefusedTapList> {
  if (!canSomewhere(ctx.actor, 'timesheet:approve')) throw new AppError('forbidden');
  const rows = await ctx.db.transaction(ctx.orgId, (tx) => listOpenRefusedTaps(tx, ctx.orgId));
  const data = rows
    .filter((row) => maySettleTap(ctx.actor, row))
    .map((row) => presentRefusedTap(ctx.actor, row));
  return { data, meta: { count: data.length } };
}
