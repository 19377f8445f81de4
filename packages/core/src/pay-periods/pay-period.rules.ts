import { Temporal } from 'temporal-polyfill';

export type PayFrequency = 'weekly' | 'two_weekly' | 'monthly';
/** `anchor`: the first day of some period; of monthly ones only its day of the month (1-28) counts. */
export type PayCalendar = { frequency: PayFrequency; anchor: string };
/** First and last business day, both included. */
export type PeriodDates = { startDate: string; endDate: string };

const WEEKS: Readonly<Record<Exclude<PayFrequency, 'monthly'>, number>> = { weekly: 7, two_weekly: 14 };

const plus = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

function startOf({ frequency, anchor }: PayCalendar, date: string): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(date);
  const first = Temporal.PlainDate.from(anchor);
  if (frequency === 'monthly') {
    const start = day.with({ day: first.day });
    return Temporal.PlainDate.compare(start, day) > 0 ? start.subtract({ months: 1 }) : start;
  }
  const length = WEEKS[frequency];
  const since = first.until(day, { largestUnit: 'days' }).days;
  return day.subtract({ days: ((since % length) + length) % length });
}

/** The calendar's period that holds the business day. */
export function periodAround(calendar: PayCalendar, date: string): PeriodDates {
  const start = startOf(calendar, date);
  const next =
    calendar.frequency === 'monthly'
      ? start.add({ months: 1 })
      : start.add({ days: WEEKS[calendar.frequency] });
  return { startDate: start.toString(), endDate: next.subtract({ days: 1 }).toString() };
}

/**
 * The period of a day among those that exist: one of them, or what the calendar gives, cut short where others begin and
 * end. So a change of calendar never moves a day that already has its period, and leaves no day without one.
 */
export function periodFor<P extends PeriodDates>(
  calendar: PayCalendar,
  date: string,
  existing: readonly P[],
): P | PeriodDates {
  const holding = existing.find((one) => one.startDate <= date && date <= one.endDate);
  if (holding) return holding;
  const wanted = periodAround(calendar, date);
  for (const one of existing) {
    if (one.endDate < date && one.endDate >= wanted.startDate) wanted.startDate = plus(one.endDate, 1);
    if (one.startDate > date && one.startDate <= wanted.endDate) wanted.endDate = plus(one.startDate, -1);
  }
  return wanted;
}

/** All periods that touch the range, in order: existing ones and, between them, the calendar's. */
export function periodsIn<P extends PeriodDates>(
  calendar: PayCalendar,
  range: PeriodDates,
  existing: readonly P[],
): (P | PeriodDates)[] {
  const found: (P | PeriodDates)[] = [];
  for (let date = range.startDate; date <= range.endDate;) {
    const period = periodFor(calendar, date, existing);
    found.push(period);
    date = plus(period.endDate, 1);
  }
  return found;
}
