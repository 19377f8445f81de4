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

/** A point of the slider: its place in percent and the instant (ms) it stands for. */
export type Knot = { place: number; at: number };

const HOUR = 3_600_000;

/** The slider from a while before the first publication to now: the marks by time, what lies between them in proportion. */
export function knotsOf(marks: readonly Pick<HistoryMark, 'at'>[], now: number): Knot[] {
  const places = placesOf(marks);
  const times = marks.map((mark) => Date.parse(mark.at));
  const first = times[0] ?? now;
  const before = first - Math.max(HOUR, (now - first) * 0.06);
  return [
    { place: 0, at: before },
    ...times.map((at, i) => ({ place: 6 + (places[i] ?? 0) * 0.88, at })),
    { place: 100, at: Math.max(now, (times.at(-1) ?? now) + 1) },
  ];
}

const between = (from: number, to: number, share: number): number => from + (to - from) * share;

/** Where an instant lies on the slider, in percent. */
export function placeAt(knots: readonly Knot[], at: number): number {
  const next = knots.findIndex((knot) => knot.at >= at);
  const [a, b] = [knots[next - 1], knots[next]];
  if (!b) return 100;
  return a ? between(a.place, b.place, (at - a.at) / (b.at - a.at)) : 0;
}

/** The instant at a place of the slider, whole milliseconds. */
export function instantAt(knots: readonly Knot[], place: number): number {
  const next = knots.findIndex((knot) => knot.place >= place);
  const [a, b] = [knots[next - 1], knots[next]];
  if (!b) return knots.at(-1)?.at ?? 0;
  return a ? Math.round(between(a.at, b.at, (place - a.place) / (b.place - a.place))) : b.at;
}

/** The newest mark at or before an instant; -1 before all of them. */
export const markAt = (marks: readonly Pick<HistoryMark, 'at'>[], instant: number): number =>
  marks.findLastIndex((mark) => Date.parse(mark.at) <= instant);

/** What was done to each shift at a mark. */
export const kindsOf = (
  mark: HistoryMark | undefined,
): ReadonlyMap<string, 'added' | 'changed' | 'removed'> =>
  new Map(mark?.changes.map((change) => [change.shiftId, change.kind]));
