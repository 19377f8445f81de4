import type { WordKey } from '@vaktplan/i18n/catalogue';
import type { Words } from '@/lib/words-in';
import { isoWeek, type Period } from './week';

/** The name of the grid: "Schedule, week 48, Main Street". */
export const labelOf = (
  { range, startDate: start, endDate: end }: Period,
  { name: location }: { name: string },
  t: Words<WordKey<'plan'>>,
): string =>
  range === 'week'
    ? t('gridWeek', { week: isoWeek(start), location })
    : t('gridDays', { start, end, location });
