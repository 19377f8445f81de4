import { Temporal } from 'temporal-polyfill';

/** Business days on which a shift may start that is matched by a punch at `at`, whatever the zone (24 h at most long). */
export function shiftDatesAround(at: number): string[] {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate();
  return [-2, -1, 0, 1].map((days) => day.add({ days }).toString());
}
