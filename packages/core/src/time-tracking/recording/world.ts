import type { ClockLocation } from '@vaktplan/db/queries/person-clocks';
import type { FlagsAt, PolicyOf } from '../compute/facts.rules.ts';
import { flagsAt } from './judge-place.ts';

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
