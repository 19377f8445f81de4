import { addDays } from './days.ts';
import type { DayAxis, GridShift } from './types.ts';

type Times = Pick<GridShift, 'startMinutes' | 'endMinutes' | 'startsAt' | 'endsAt'>;

/** The day a shift is shown on along the hours of `day`: one of the night before that runs past midnight is there too. */
export const shownDate = (
  { date, endMinutes }: Pick<GridShift, 'date' | 'endMinutes'>,
  day: string,
): string => (endMinutes > 1440 && date < day && date === addDays(day, -1) ? day : date);

/** Elapsed minutes of the day at which its clock shows so many; of a time shown twice, the first. */
export function elapsedAt(axis: DayAxis, wall: number): number {
  const { ticks, minutes } = axis;
  let last = { at: 0, wall: 0 };
  for (const tick of ticks) {
    if (tick.wall > wall) break;
    if (tick.wall > last.wall || tick.at === 0) last = tick;
  }
  return Math.min(minutes + Math.max(0, wall - 1440), last.at + wall - last.wall);
}

/** Where a shift lies on the day's axis: elapsed minutes from its first moment, by its instants where known. */
export function spanOf(shift: Times, axis: DayAxis): { start: number; end: number } {
  if (shift.startsAt && shift.endsAt) {
    const day = Date.parse(axis.startsAt);
    return {
      start: (Date.parse(shift.startsAt) - day) / 60_000,
      end: (Date.parse(shift.endsAt) - day) / 60_000,
    };
  }
  return { start: elapsedAt(axis, shift.startMinutes), end: elapsedAt(axis, shift.endMinutes) };
}

/** Lays shifts that overlap below one another: a lane for each, and how many there are. */
export function lanesOf(
  shifts: readonly GridShift[],
  axis: DayAxis,
): { lanes: readonly number[]; count: number } {
  const ends: number[] = [];
  const lanes = shifts.map((shift) => {
    const { start, end } = spanOf(shift, axis);
    const free = ends.findIndex((until) => until <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return lane;
  });
  return { lanes, count: ends.length };
}
