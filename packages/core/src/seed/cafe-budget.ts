import { Temporal } from 'temporal-polyfill';
import { saveForecasts } from '../budget/save-forecasts.ts';
import { saveRevenue } from '../budget/save-revenue.ts';
import type { Ctx } from '../context/ctx.ts';
import { datesOf } from '../time/local-time.rules.ts';
import type { Today } from './cafe-plan.ts';

/** Expected revenue in kroner, Monday to Sunday; on Tuesdays the café is staffed better than it sells. */
const KRONER = [44_000, 41_000, 45_000, 45_000, 61_000, 62_000, 46_000] as const;
const TARGET = 2700;

/** Four weeks of forecasts and what came in until yesterday, so that the schedule has something to be measured by. */
export async function budgetCafe(
  ctx: Ctx,
  locationId: string,
  today: Pick<Today, 'date' | 'monday'>,
  random: () => number,
): Promise<void> {
  const monday = Temporal.PlainDate.from(today.monday);
  const range = { startDate: monday.subtract({ days: 14 }), endDate: monday.add({ days: 13 }) };
  const days = datesOf({ startDate: range.startDate.toString(), endDate: range.endDate.toString() }).map(
    (date, day) => ({
      date,
      revenueMinor: (KRONER[day % 7] ?? 0) * 100,
    }),
  );
  await saveForecasts(ctx, { locationId, days: days.map((day) => ({ ...day, targetBasisPoints: TARGET })) });
  const past = days.filter(({ date }) => date < today.date);
  await saveRevenue(ctx, {
    locationId,
    days: past.map(({ date, revenueMinor }) => ({
      date,
      revenueMinor: Math.round(revenueMinor * (0.9 + 0.2 * random())),
    })),
  });
}
