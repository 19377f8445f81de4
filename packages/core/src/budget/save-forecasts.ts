import type { SavedForecasts, SaveForecasts } from '@vaktplan/contracts/http/budget';
import { findForecasts, writeForecasts } from '@vaktplan/db/queries/budget';
import type { Ctx } from '../context/ctx.ts';
import { presentForecast } from './budget.presenter.ts';
import { saveDays } from './save-days.ts';

/**
 * What is expected of some days of a location, a result per day; figures left out stay, null takes one away. Amounts
 * are minor units of the organisation's currency of today. Throws `not_found`, `forbidden`.
 */
export const saveForecasts = (ctx: Ctx, input: SaveForecasts): Promise<SavedForecasts> =>
  saveDays(ctx, 'budget.save-forecasts', input, {
    find: findForecasts,
    write: writeForecasts,
    merge: (row, day) => ({
      revenueMinor: day.revenueMinor === undefined ? (row?.revenueMinor ?? null) : day.revenueMinor,
      minutes: day.minutes === undefined ? (row?.minutes ?? null) : day.minutes,
      targetBasisPoints:
        day.targetBasisPoints === undefined ? (row?.targetBasisPoints ?? null) : day.targetBasisPoints,
    }),
    present: presentForecast,
  });
