import type { SyncLocation, SyncShift } from '@vaktplan/contracts/http/sync';

const SOON_MS = 12 * 3_600_000;

/** The shift that goes on at `now`, else the next one; null when there is none. Own shifts only. */
export function currentShift(shifts: readonly SyncShift[], now: number): SyncShift | null {
  return shifts.find(({ open, endsAt }) => !open && Date.parse(endsAt) > now) ?? null;
}

export type PunchNeeds = { position: boolean; photo: boolean };

/** What the place of the next punch asks for; where the place is not known, what any of them asks for. */
export function needsOf(
  locations: readonly SyncLocation[],
  shift: SyncShift | null,
  now: number,
): PunchNeeds {
  const isNear = shift !== null && Date.parse(shift.startsAt) - now < SOON_MS;
  const there = isNear ? locations.filter(({ id }) => id === shift.locationId) : [];
  const places = there.length > 0 ? there : locations;
  return {
    position: places.some(({ punch }) => punch.asksPosition),
    photo: places.some(({ punch }) => punch.asksPhoto),
  };
}
