import type { EntryDeviation } from '@vaktplan/contracts/http/time-tracking';
import { instantOf } from '../../time/utc.rules.ts';

type Worked = { shiftId: string | null; start: number; end: number | null };
type Planned = { start: number; end: number };

const line = (kind: EntryDeviation['kind'], from: number, to: number): EntryDeviation[] => {
  const minutes = Math.floor((to - from) / 60_000);
  return minutes > 0 ? [{ kind, startsAt: instantOf(from), endsAt: instantOf(to), minutes }] : [];
};

/**
 * Over- and under-time of one entry as lines of their own: what was worked minus what was planned, as intervals, so that
 * a day worked in two halves is not late twice. `previousEnd`: where the entry before it left the same shift.
 */
export function deviationsOf(
  { start, end }: Worked,
  shift: Planned | null,
  previousEnd: number | null,
  isLastOfShift: boolean,
): EntryDeviation[] {
  if (!shift) return end === null ? [] : line('unscheduled', start, end);
  const due = Math.max(previousEnd ?? shift.start, shift.start);
  const late = line('late_in', due, Math.min(start, shift.end));
  if (end === null) return [...line('early_in', start, shift.start), ...late];
  return [
    ...line('early_in', start, Math.min(end, shift.start)),
    ...late,
    ...(isLastOfShift ? line('early_out', Math.max(end, shift.start), shift.end) : []),
    ...line('late_out', Math.max(start, shift.end), end),
  ];
}
