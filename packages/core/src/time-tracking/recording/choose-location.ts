import { AppError } from '@vaktplan/contracts/errors';
import type { ClockLocation } from '@vaktplan/db/queries/person-clocks';
import { byTime, type Moment } from '../compute/facts.rules.ts';
import { matchWindows, windowAt } from '../compute/match.rules.ts';
import { PAIR_LIMIT_MS } from '../compute/pair.rules.ts';
import type { PersonClock } from './person-clock.ts';
import type { World } from './world.ts';

type Asked = Moment & { kind: string; locationId: string | undefined; live: boolean };
export type PunchPlace = { locationId: string; zone: string; location: ClockLocation | null };

/**
 * Where a punch happens. A clock-in: the location asked for, else that of the matching shift, else the person's own. What
 * follows it: where the person clocked in; of what waited on a device that may come later, so any place will do until then.
 * Throws `not_found` (the location asked for), `validation_failed` (nothing says).
 */
export function chooseLocation(
  person: PersonClock,
  { kind, locationId, live, ...moment }: Asked,
  world: World,
): PunchPlace {
  const { locations } = world;
  if (kind !== 'in') {
    const last = latestFact(person, moment);
    if (last) {
      const { locationId: id, zone } = last;
      return { locationId: id, zone, location: locations.get(id) ?? null };
    }
  }
  const asked = locationId === undefined ? undefined : locations.get(locationId);
  if (locationId !== undefined && !asked && kind === 'in') throw new AppError('not_found');
  const place =
    asked ??
    shiftPlace(person, moment.at, world) ??
    locations.get(person.homeLocationId ?? '') ??
    (kind === 'in' || live ? undefined : firstOf(locations));
  if (place) return { locationId: place.id, zone: place.zone, location: place };
  throw new AppError('validation_failed', {
    errors: [{ path: 'locationId', message: 'Say where you are: you belong to no department yet' }],
  });
}

const firstOf = (locations: World['locations']): ClockLocation | undefined =>
  locations.get([...locations.keys()].toSorted()[0] ?? '');

/** The punch before this one, if it may belong to the same work. */
function latestFact({ facts }: PersonClock, moment: Moment) {
  let latest: PersonClock['facts'][number] | undefined;
  for (const fact of facts) {
    const near = byTime(fact, moment) < 0 && moment.at - fact.at <= PAIR_LIMIT_MS;
    if (near && (!latest || byTime(fact, latest) > 0)) latest = fact;
  }
  return latest;
}

function shiftPlace({ shifts }: PersonClock, at: number, { locations, policyOf }: World) {
  if (shifts.length === 0) return undefined;
  const windows = matchWindows(
    shifts,
    ({ locationId, localDate }) => policyOf(locationId, localDate).settings.match,
  );
  return locations.get(windowAt(at, windows)?.shift.locationId ?? '');
}
