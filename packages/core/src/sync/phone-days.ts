import type { Temporal } from 'temporal-polyfill';
import type { PhoneDays } from '@vaktplan/db/queries/sync';

// By the days of UTC: a place where it is already tomorrow has a day more than it needs, or one less of eight weeks.
const BACK = 28;
const AHEAD = 56;
const COLLEAGUES_AHEAD = 7;
/** No pay period is longer, so the one that goes on is whole. */
const WORKED_BACK = 62;

const days = (from: Temporal.PlainDate, count: number): string[] =>
  Array.from({ length: count }, (_, nr) => from.add({ days: nr }).toString());

/** The days of which a phone keeps a copy: shifts four weeks back and eight ahead, hours about two months back. */
export function phoneDays(now: Temporal.Instant): PhoneDays {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  const yesterday = today.subtract({ days: 1 });
  return {
    own: days(today.subtract({ days: BACK }), BACK + AHEAD + 1),
    open: days(yesterday, AHEAD + 2),
    colleagues: days(yesterday, COLLEAGUES_AHEAD + 2),
    worked: {
      startDate: today.subtract({ days: WORKED_BACK }).toString(),
      endDate: today.add({ days: 1 }).toString(),
    },
  };
}
