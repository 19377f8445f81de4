import { Temporal } from 'temporal-polyfill';
import type { ClockNote } from '@vaktplan/contracts/http/roll-out';
import type { ShiftBreak } from '@vaktplan/contracts/http/shifts';
import { localDateOf } from '../time/local-time.rules.ts';

/** A shift by the clock on the wall: what a plan means, wherever and on whatever night it is laid. */
export type WallShift = {
  start: Temporal.PlainDateTime;
  end: Temporal.PlainDateTime;
  breaks: readonly { minutes: number; paid: boolean; start: Temporal.PlainDateTime | null }[];
};

/** A wall-clock shift on a night of its own. */
export type Placed = { startsAt: string; endsAt: string; breaks: ShiftBreak[] };
type Timed = { startsAt: string; endsAt: string; breaks: readonly ShiftBreak[] };

/** A shift as the clocks of the zone show it. */
export function wallOf(shift: Timed, zone: string): WallShift {
  const wall = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime();
  return {
    start: wall(shift.startsAt),
    end: wall(shift.endsAt),
    breaks: shift.breaks.map(({ minutes, paid, startsAt }) => ({
      minutes,
      paid,
      start: startsAt === null ? null : wall(startsAt),
    })),
  };
}

/** A day and minutes after its midnight -> the wall-clock shift. */
export function wallFrom(
  date: string,
  item: {
    startMinutes: number;
    endMinutes: number;
    breaks: readonly { minutes: number; paid: boolean; startMinutes: number | null }[];
  },
): WallShift {
  const midnight = Temporal.PlainDate.from(date).toPlainDateTime();
  const at = (minutes: number) => midnight.add({ minutes });
  return {
    start: at(item.startMinutes),
    end: at(item.endMinutes),
    breaks: item.breaks.map(({ minutes, paid, startMinutes }) => ({
      minutes,
      paid,
      start: startMinutes === null ? null : at(startMinutes),
    })),
  };
}

/** The same wall-clock times so many days later (or earlier). */
export const movedByDays = (shift: WallShift, days: number): WallShift => ({
  start: shift.start.add({ days }),
  end: shift.end.add({ days }),
  breaks: shift.breaks.map((pause) => ({ ...pause, start: pause.start?.add({ days }) ?? null })),
});

/**
 * The instants of a wall-clock shift in the zone, and what the clocks of that night do to it. A time that does not exist
 * moves forward by the gap, one that happens twice is the earlier; a shift that would vanish in the gap keeps its length.
 * A timed break that no longer fits lies anywhere in the shift.
 */
export function placedIn(shift: WallShift, zone: string): Placed & { clock: ClockNote[] } {
  const clock: ClockNote[] = [];
  const start = resolved(shift.start, zone, clock);
  const wished = shift.start.until(shift.end).total('minutes');
  const last = resolved(shift.end, zone, clock);
  const end =
    last.epochMilliseconds > start.epochMilliseconds ? last : start.add({ minutes: Math.round(wished) });
  const minutes = (end.epochMilliseconds - start.epochMilliseconds) / 60_000;
  if (minutes !== wished)
    clock.push({
      kind: minutes < wished ? 'shorter' : 'longer',
      detail: `Lasts ${hours(minutes)} that night instead of ${hours(wished)}.`,
    });
  return {
    startsAt: start.toInstant().toString(),
    endsAt: end.toInstant().toString(),
    breaks: shift.breaks.map((pause) => placedBreak(pause, zone, start, end)),
    clock,
  };
}

function placedBreak(
  pause: WallShift['breaks'][number],
  zone: string,
  start: Temporal.ZonedDateTime,
  end: Temporal.ZonedDateTime,
): ShiftBreak {
  const { minutes, paid } = pause;
  const at = pause.start?.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const fits =
    at !== undefined &&
    at.epochMilliseconds >= start.epochMilliseconds &&
    at.add({ minutes }).epochMilliseconds <= end.epochMilliseconds;
  return { minutes, paid, startsAt: fits ? at.toInstant().toString() : null };
}

function resolved(wall: Temporal.PlainDateTime, zone: string, clock: ClockNote[]): Temporal.ZonedDateTime {
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return earlier;
  if (earlier.toPlainDateTime().equals(wall)) {
    clock.push({
      kind: 'overlap',
      detail: `${time(wall)} happens twice on ${wall.toPlainDate()}; the earlier is taken.`,
    });
    return earlier;
  }
  clock.push({
    kind: 'gap',
    detail: `${time(wall)} does not exist on ${wall.toPlainDate()}; it becomes ${time(later)}.`,
  });
  return later;
}

/** The calendar day of an instant in the zone. */
export const dateIn = (instant: string, zone: string): string =>
  localDateOf(Temporal.Instant.from(instant), zone);

const time = (at: Temporal.PlainDateTime | Temporal.ZonedDateTime): string =>
  at.toPlainTime().toString({ smallestUnit: 'minute' });

const hours = (minutes: number): string => {
  const whole = Math.floor(minutes / 60);
  const rest = Math.round(minutes - whole * 60);
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`;
};
