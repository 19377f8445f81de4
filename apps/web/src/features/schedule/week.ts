import { weekOf } from '@vaktplan/core/rules';
import type { GridRange } from '@vaktplan/ui/schedule-grid';
import { addDays, localDateOf } from '../../lib/format';

/** The days shown, from the first to the last, both included. */
export type Period = { range: GridRange; startDate: string; endDate: string; days: string[] };

/** What the API is asked for. */
export const rangeOf = (locationId: string, { startDate, endDate }: Period) => ({
  locationId,
  startDate,
  endDate,
});

// of four digits before and after a turn, too
const DATE = /^[12]\d{3}-\d{2}-\d{2}$/;

/** 30 February is none, though it can be read as one. */
const isDay = (date: string): boolean => {
  const time = DATE.test(date) ? Date.parse(date) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
};

/** The period that holds `date` (anything else: today in the zone); weeks start on `weekStart`, 1 Monday to 7 Sunday. */
export function periodAround(
  date: string | null | undefined,
  range: GridRange,
  zone: string,
  weekStart: number,
): Period {
  const wanted = date && isDay(date) ? date : localDateOf(new Date(), zone);
  const startDate =
    range === 'day'
      ? wanted
      : range === 'month'
        ? `${wanted.slice(0, 8)}01`
        : weekOf(wanted, weekStart).startDate;
  return periodFrom(startDate, range);
}

/** The period so many before or after. */
export function periodBeside(period: Period, delta: number): Period {
  if (period.range !== 'month')
    return periodFrom(addDays(period.startDate, delta * period.days.length), period.range);
  const [year = 0, month = 0] = period.startDate.split('-').map(Number);
  return periodFrom(new Date(Date.UTC(year, month - 1 + delta, 1)).toISOString().slice(0, 10), 'month');
}

/** The first day of each week the period touches: at most six. */
export function weeksOf({ startDate, endDate }: Period, weekStart: number): string[] {
  const weeks = [];
  for (let day = weekOf(startDate, weekStart).startDate; day <= endDate; day = addDays(day, 7))
    weeks.push(day);
  return weeks;
}

const periods = new Map<string, Period>();

/** The same object for the same days, so that a week drawn before is known again. */
function periodFrom(startDate: string, range: GridRange): Period {
  const key = `${range} ${startDate}`;
  let period = periods.get(key);
  if (!period) {
    const days = Array.from({ length: lengthOf(startDate, range) }, (_, i) => addDays(startDate, i));
    periods.set(key, (period = { range, startDate, endDate: days.at(-1) ?? startDate, days }));
  }
  return period;
}

function lengthOf(startDate: string, range: GridRange): number {
  if (range === 'day') return 1;
  if (range !== 'month') return range === 'week' ? 7 : 14;
  const [year = 0, month = 0] = startDate.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** ISO 8601 week number: the week that holds the year's first Thursday is week 1. */
export function isoWeek(date: string): number {
  const day = new Date(`${date}T00:00:00Z`);
  const thursday = new Date(day);
  thursday.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + 3);
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - firstOfYear) / (7 * 86_400_000));
}
