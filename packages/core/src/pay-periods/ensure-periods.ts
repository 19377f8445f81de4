import { Temporal } from 'temporal-polyfill';
import { newId } from '@vaktplan/platform/new-id';
import type { Tx } from '@vaktplan/db/database';
import { insertPayPeriods, listPayPeriods, type PayPeriodRow } from '@vaktplan/db/queries/pay-periods';
import { lockTimesheetSettings } from '@vaktplan/db/queries/timesheet-settings';
import type { Ctx } from '../context/ctx.ts';
import { periodsIn, type PeriodDates } from './pay-period.rules.ts';

/** No period is longer, so nothing further away can cut one short. */
const AROUND = { days: 62 };

const around = ({ startDate, endDate }: PeriodDates): PeriodDates => ({
  startDate: Temporal.PlainDate.from(startDate).subtract(AROUND).toString(),
  endDate: Temporal.PlainDate.from(endDate).add(AROUND).toString(),
});

/**
 * The pay periods that touch the days, in order. Those that nobody has needed yet are made now: a period is only a name
 * for days, so reading may make it, and everybody who asks at once gets the same.
 */
export async function ensurePeriods(tx: Tx, ctx: Ctx, range: PeriodDates): Promise<PayPeriodRow[]> {
  const near = await listPayPeriods(tx, ctx.orgId, around(range));
  if (covers(near, range)) return touching(near, range);
  // held by others who make periods at this moment: what they made is seen after
  const settings = await lockTimesheetSettings(tx, ctx.orgId, 'update');
  const existing = await listPayPeriods(tx, ctx.orgId, around(range));
  const missing = periodsIn(settings, range, existing).filter((one) => !('id' in one));
  await insertPayPeriods(
    tx,
    ctx.orgId,
    missing.map((one) => ({ ...one, id: newId() })),
  );
  return touching(await listPayPeriods(tx, ctx.orgId, range), range);
}

const touching = (periods: PayPeriodRow[], range: PeriodDates): PayPeriodRow[] =>
  periods.filter((one) => one.startDate <= range.endDate && one.endDate >= range.startDate);

function covers(periods: readonly PayPeriodRow[], range: PeriodDates): boolean {
  let next = Temporal.PlainDate.from(range.startDate);
  for (const one of periods) {
    if (one.startDate > next.toString()) return false;
    if (one.endDate >= next.toString()) next = Temporal.PlainDate.from(one.endDate).add({ days: 1 });
  }
  return next.toString() > range.endDate;
}

/** The period of one day. */
export async function ensurePeriod(tx: Tx, ctx: Ctx, date: string): Promise<PayPeriodRow> {
  const [period] = await ensurePeriods(tx, ctx, { startDate: date, endDate: date });
  if (!period) throw new Error(`no pay period for ${date}`);
  return period;
}
