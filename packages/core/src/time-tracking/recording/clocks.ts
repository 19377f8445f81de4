import type { ClocksFound } from '@vaktplan/db/queries/person-clocks';
import type { PersonClock } from './person-clock.ts';
import type { World } from './world.ts';

/** What a transaction holds: the people whose clocks it has taken, and what their punches are judged by. */
export type Clocks = { people: Map<string, PersonClock>; world: World; found: ClocksFound };
