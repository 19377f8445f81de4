import type { TimeEntryView } from '@vaktplan/contracts/http/time-tracking';

/** Do rounding or limits make it count otherwise than it was punched? */
export const countsOtherwise = (entry: TimeEntryView): boolean =>
  entry.countedStart !== entry.startedAt || entry.countedEnd !== entry.endedAt;

/** Unpaid minutes: breaks taken, and what a rule takes off. */
export const unpaidMinutes = ({ breaks, deductedMinutes }: TimeEntryView): number =>
  deductedMinutes +
  breaks
    .filter((pause) => !pause.paid && pause.endedAt !== null)
    .reduce(
      (sum, { startedAt, endedAt }) =>
        sum + Math.round((Date.parse(endedAt ?? startedAt) - Date.parse(startedAt)) / 60_000),
      0,
    );
