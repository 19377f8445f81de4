import type { SyncTimesheet } from '@vaktplan/contracts/http/sync';
import type { EntryNow } from '../../sync/entries-now';
import { dateIn } from '../schedule/upcoming';

export type PeriodHours = { sheet: SyncTimesheet | null; entries: EntryNow[] };

/** The calendar date that the hours count for; of those on this phone only, where they began. */
export const dateOf = ({ line, startedAt }: EntryNow, zone: string | undefined): string =>
  line?.localDate ?? dateIn(startedAt, zone);

/** Hours by pay period, the newest first. Those in none that the phone knows stand before all. */
export function byPeriod(
  sheets: readonly SyncTimesheet[],
  entries: readonly EntryNow[],
  zone: string | undefined,
): PeriodHours[] {
  const periods = sheets.map((sheet): PeriodHours => ({
    sheet,
    entries: entries.filter((entry) => {
      const date = dateOf(entry, zone);
      return sheet.startDate <= date && date <= sheet.endDate;
    }),
  }));
  const placed = new Set(periods.flatMap((period) => period.entries));
  const others = entries.filter((entry) => !placed.has(entry));
  const filled = periods.filter((period) => period.entries.length > 0);
  return others.length > 0 ? [{ sheet: null, entries: others }, ...filled] : filled;
}
