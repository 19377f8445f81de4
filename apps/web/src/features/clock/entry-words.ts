import type { EntryFlag, TimeEntryView } from '@vaktplan/contracts/http/time-tracking';

/** What is worth a look, in words for the person whose time it is. */
const words: Record<EntryFlag, string> = {
  missing_out: 'No clock-out',
  auto_closed: 'Closed automatically',
  missing_in: 'No clock-in',
  over_max: 'Longer than allowed in one go',
  unscheduled: 'Without a shift',
  duplicate_punch: 'Tapped twice',
  break_unclear: 'Break unclear',
  break_short: 'Break shorter than the rule',
  no_break: 'No break taken',
  edited: 'Corrected',
  late_fact: 'Sent late',
  clock_skew: 'Device clock was wrong',
  offline: 'Punched offline',
  outside_place: 'Not at the location',
  place_uncertain: 'Position not exact',
  place_unknown: 'Position not known',
  stale_position: 'Position out of date',
  mock_position: 'Position made up',
  network_not_allowed: 'Other network',
  source_not_allowed: 'Other kind of device',
};

export const flagWords = (flags: readonly EntryFlag[]): string[] => flags.map((flag) => words[flag]);

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
