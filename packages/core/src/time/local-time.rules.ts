import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { Fold } from '@vaktplan/contracts/primitives';

/** Does the tz database know this zone? */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Throws `unknown_zone` with the field's path. */
export function assertZone(zone: string, path = 'zone'): void {
  if (!isZone(zone))
    throw new AppError('unknown_zone', { errors: [{ path, message: `${zone} is not a time zone` }] });
}

const hasOffset = (text: string): boolean => /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text);

/**
 * A moment as people give it -> the instant. Text with an offset is one already; wall-clock text is read in `zone`.
 * Throws `local_time_missing` when the clocks jump over it, `local_time_ambiguous` when it happens twice and `fold`
 * does not say which.
 */
export function resolveMoment(
  text: string,
  zone: string,
  fold: Fold | undefined,
  path: string,
): Temporal.Instant {
  if (hasOffset(text)) return Temporal.Instant.from(text);
  const wall = Temporal.PlainDateTime.from(text);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return earlier.toInstant();
  if (!earlier.toPlainDateTime().equals(wall)) {
    const first = later.toPlainTime().toString({ smallestUnit: 'minute' });
    throw new AppError('local_time_missing', {
      detail: `${wall.toPlainTime().toString({ smallestUnit: 'minute' })} does not exist on ${wall.toPlainDate()}: the clocks jump over it. The next time is ${first}.`,
      errors: [{ path, message: 'This local time does not exist that night' }],
    });
  }
  if (!fold) {
    throw new AppError('local_time_ambiguous', {
      detail: `${wall.toPlainTime().toString({ smallestUnit: 'minute' })} happens twice on ${wall.toPlainDate()}. Say which one: earlier (${earlier.offset}) or later (${later.offset}).`,
      errors: [{ path: `${path}Fold`, message: 'Choose earlier or later' }],
    });
  }
  return (fold === 'earlier' ? earlier : later).toInstant();
}

/** The business day of an instant: its calendar day in the zone. */
export const localDateOf = (instant: Temporal.Instant, zone: string): string =>
  instant.toZonedDateTimeISO(zone).toPlainDate().toString();

/**
 * The same wall-clock interval on another day: what copying a shift means, also over a DST night. A time that does not
 * exist there moves forward by the gap, one that happens twice is the earlier; an interval that would vanish in a gap
 * keeps its elapsed length instead.
 */
export function onDate(
  interval: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  zone: string,
  date: string,
) {
  const start = interval.startsAt.toZonedDateTimeISO(zone);
  const end = interval.endsAt.toZonedDateTimeISO(zone);
  const days = Temporal.PlainDate.from(date).since(start.toPlainDate()).days;
  const move = (when: Temporal.ZonedDateTime) =>
    when.toPlainDateTime().add({ days }).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
  const startsAt = move(start);
  const endsAt = move(end);
  return Temporal.Instant.compare(endsAt, startsAt) > 0
    ? { startsAt, endsAt }
    : { startsAt, endsAt: startsAt.add(interval.endsAt.since(interval.startsAt)) };
}

/** Monday to Sunday (or as `weekStart`, ISO 1-7, says): first and last day of the week that holds `date`. */
export function weekOf(date: string, weekStart: number): { startDate: string; endDate: string } {
  const day = Temporal.PlainDate.from(date);
  const start = day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
  return { startDate: start.toString(), endDate: start.add({ days: 6 }).toString() };
}

/** Every day of a range, both ends included. */
export function datesOf({ startDate, endDate }: { startDate: string; endDate: string }): string[] {
  const first = Date.parse(`${startDate}T00:00:00Z`);
  const days = Math.round((Date.parse(`${endDate}T00:00:00Z`) - first) / 86_400_000) + 1;
  return Array.from({ length: days }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Whole elapsed minutes between two instants given as ISO text; seconds are dropped. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
