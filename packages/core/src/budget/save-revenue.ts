import type { SavedRevenue, SaveRevenue } from '@vaktplan/contracts/http/budget';
import { findRevenueDays, writeRevenueDays } from '@vaktplan/db/queries/budget';
import type { Ctx } from '../context/ctx.ts';
import { presentRevenueDay } from './budget.presenter.ts';
import { saveDays } from './save-days.ts';

/**
 * What some days of a location took in, a result per day, in minor units of the organisation's currency. Forecasts are
 * left as they were. Throws `not_found`, `forbidden`.
 */
export const saveRevenue = (ctx: Ctx, input: SaveRevenue): Promise<SavedRevenue> =>
  saveDays(ctx, 'budget.save-revenue', input, {
    find: findRevenueDays,
    write: writeRevenueDays,
    merge: (_row, day) => ({ revenueMinor: day.revenueMinor }),
    present: presentRevenueDay,
  });
