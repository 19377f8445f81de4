import { weekOf } from '@vaktplan/core/rules';
import { addDays, localDateOf } from '../../lib/format';

export type Week = { startDate: string; endDate: string; days: string[] };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The week that holds `date` (anything else: today in the zone), starting on `weekStart`, 1 Monday to 7 Sunday. */
export function weekAround(date: string | null | undefined, zone: string, weekStart: number): Week {
  const wanted =
    date && DATE.test(date) && !Number.isNaN(Date.parse(date)) ? date : localDateOf(new Date(), zone);
  const { startDate, endDate } = weekOf(wanted, weekStart);
  return { startDate, endDate, days: Array.from({ length: 7 }, (_, i) => addDays(startDate, i)) };
}

/** ISO 8601 week number: the week that holds the year's first Thursday is week 1. */
export function isoWeek(date: string): number {
  const day = new Date(`${date}T00:00:00Z`);
  const thursday = new Date(day);
  thursday.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + 3);
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - firstOfYear) / (7 * 86_400_000));
}
