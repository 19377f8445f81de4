import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import { matchShift } from './time-entry.rules.ts';

type Place = {
  kind: 'shift' | 'asked' | 'home';
  shiftId: string | null;
  startsAt: string | null;
  endsAt: string | null;
  locationId: string;
  zone: string;
};
type PlannedPlace = Place & { shiftId: string; startsAt: string; endsAt: string };

/** Business days on which a shift may start that is matched by a punch at `at`, whatever the zone (24 h at most long). */
export function shiftDatesAround(at: number): string[] {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate();
  return [-2, -1, 0, 1].map((days) => day.add({ days }).toString());
}

/**
 * Where a clock-in happens, and its published shift: the location asked for (with a shift only if it is there), else
 * the matching shift's, else the person's own department's. Throws `not_found` for an unknown location and
 * `validation_failed` when nothing says where.
 */
export function choosePlace(
  at: number,
  places: readonly Place[],
  asked: string | undefined,
): { locationId: string; zone: string; shiftId: string | null } {
  const named = asked === undefined ? undefined : places.find((place) => place.kind === 'asked');
  if (asked !== undefined && !named) throw new AppError('not_found');
  const shifts = places.filter(
    (place): place is PlannedPlace =>
      place.kind === 'shift' && (!named || place.locationId === named.locationId),
  );
  const shift = matchShift(at, shifts);
  const place = named ?? shift ?? places.find((candidate) => candidate.kind === 'home');
  if (!place) {
    throw new AppError('validation_failed', {
      errors: [{ path: 'locationId', message: 'Say where you are: you belong to no department yet' }],
    });
  }
  return { locationId: place.locationId, zone: place.zone, shiftId: shift?.shiftId ?? null };
}
