import type { HistoryMark } from '@vaktplan/contracts/http/schedule-history';

/** Where marks lie between the first and the last, in percent: by time, but never closer than can be told apart. */
export function placesOf(marks: readonly Pick<HistoryMark, 'at'>[], least = 4): number[] {
  if (marks.length === 1) return [50];
  const times = marks.map((mark) => Date.parse(mark.at));
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const whole = gaps.reduce((sum, gap) => sum + gap, 0) || 1;
  const room = Math.max(0, 100 - least * gaps.length);
  const apart = gaps.length * least > 100 ? 100 / gaps.length : least;
  let at = 0;
  return [0, ...gaps.map((gap) => (at += apart + (room * gap) / whole))];
}

/** The place before all marks, then those of the marks: what a slider can stand at. */
export const stopsOf = (marks: readonly Pick<HistoryMark, 'at'>[]): number[] => [
  0,
  ...placesOf(marks).map((place) => 6 + place * 0.94),
];

export const nearest = (stops: readonly number[], place: number): number =>
  stops.reduce(
    (best, stop, i) => (Math.abs(stop - place) < Math.abs((stops[best] ?? 0) - place) ? i : best),
    0,
  );

/** The newest mark at or before an instant; -1 before all of them. */
export const markAt = (marks: readonly Pick<HistoryMark, 'at'>[], instant: number): number =>
  marks.findLastIndex((mark) => Date.parse(mark.at) <= instant);

/** What was done to each shift at a mark. */
export const kindsOf = (
  mark: HistoryMark | undefined,
): ReadonlyMap<string, 'added' | 'changed' | 'removed'> =>
  new Map(mark?.changes.map((change) => [change.shiftId, change.kind]));
