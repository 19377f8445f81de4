import type { ClockLocation, ClocksFound } from '@vaktplan/db/queries/person-clocks';
import type { FlagsAt, PolicyOf } from '../compute/facts.rules.ts';
import { flagsAt } from './judge-place.ts';
import type { PersonClock } from './person-clock.ts';

export type World = {
  locations: ReadonlyMap<string, ClockLocation>;
  policyOf: PolicyOf;
  flagsAt: FlagsAt;
};
export const createWorld = (locations: World['locations'], policyOf: PolicyOf): World => ({
  locations,
  policyOf,
  flagsAt: flagsAt(locations, policyOf),
});
/** What a transaction holds: the people whose clocks it has taken, and what their punches are judged by. */
export type Clocks = { people: Map<string, PersonClock>; world: World; found: ClocksFound };
