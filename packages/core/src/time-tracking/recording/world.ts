import type { ClockLocation, ClocksFound } from '@vaktplan/db/queries/person-clocks';
import type { PolicyOf } from '../compute/facts.rules.ts';
import type { PersonClock } from './person-clock.ts';

export type World = { locations: ReadonlyMap<string, ClockLocation>; policyOf: PolicyOf };
/** What a transaction holds: the people whose clocks it has taken, and what their punches are judged by. */
export type Clocks = { people: Map<string, PersonClock>; world: World; found: ClocksFound };
