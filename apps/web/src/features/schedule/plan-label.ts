import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { CurrentLocation } from '@/features/shell/current-location';
import type { Words } from '@/lib/words-in';
import { isoWeek, type Period } from './week';

/** What the grid is called: "Schedule, week 48, Main Street". */
export const labelOf = (
  { range, startDate: start, endDate: end }: Period,
  { name: location }: CurrentLocation,
  t: Words<WordKey<'plan'>>,
): string =>
  range === 'week'
    ? t('gridWeek', { week: isoWeek(start), location })
    : t('gridDays', { start, end, location });
