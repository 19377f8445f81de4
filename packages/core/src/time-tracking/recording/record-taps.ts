import { AppError } from '@vaktplan/contracts/errors';
import { commitBehind, type Tx } from '@vaktplan/db/database';
import { lockPersonClocks, type KnownPunch } from '@vaktplan/db/queries/person-clocks';
import { savePunches, type NewPunch } from '@vaktplan/db/queries/punches';
import { insertEvents } from '../../context/append-event.ts';
import type { Ctx } from '../../context/ctx.ts';
import { noteLatePunch } from '../../pay-periods/note-late-punch.ts';
import { settleTakenIn } from '../../pay-periods/settle-taken-in.ts';
import { instantOf } from '../../time/utc.rules.ts';
import { PAIR_LIMIT_MS } from '../compute/pair.rules.ts';
import type { Clocks } from './clocks.ts';
import { assertSamePunch, decideTap } from './decide-tap.ts';
import { eventsOf } from './entry-events.ts';
import { changesOf, type EntryChanges, type Stays } from './entry-rows.ts';
import { entriesOf, personClockOf, type ClockEntry } from './person-clock.ts';
import { policyFinder } from './policies.ts';
import type { Reading } from './readings.rules.ts';
import { addReadings, readingsOf } from './readings.ts';
import type { Recorded, Tap, TapOutcome } from './tap.ts';
import { createWorld } from './world.ts';

/** Takes the clocks of people from a moment on, each until the transaction ends. */
export async function takeClocks(
  tx: Tx,
  ctx: Ctx,
  from: ReadonlyMap<string, number>,
  punchIds: readonly string[],
  now: number,
  waiting: ReadonlyMap<string, readonly Reading[]> = new Map(),
): Promise<Clocks> {
  const bootsOf = (employeeId: string) => {
    const boots = waiting.get(employeeId)?.map(({ bootId }) => bootId);
    return boots && { boots: [...new Set(boots)] };
  };
  const found = await lockPersonClocks(tx, ctx.orgId, {
    people: [...from].map(([employeeId, at]) => ({
      employeeId,
      at: instantOf(at),
      ...bootsOf(employeeId),
    })),
    punchIds,
    now: instantOf(now),
  });
  return {
    found,
    people: new Map(found.people.map((row) => [row.employeeId, personClockOf(row)])),
    world: createWorld(
      new Map(found.locations.map((location) => [location.id, location])),
      policyFinder(found.policies),
    ),
  };
}

export type Taken = {
  outcomes: TapOutcome[];
  clocks: Clocks;
  /** The entry that holds a punch, and whether it was left alone because its period is locked. */
  entryOf: (employeeId: string, punchId: string) => { entry: ClockEntry; locked: boolean } | undefined;
};

/**
 * Taps of one organisation, decided one after the other in the order given: each is recorded or refused on its own. What
 * follows from them is computed and written with them. `isAll`: asked when they are decided, whether the transaction ends
 * with what they write.
 */
export async function recordTaps(
  tx: Tx,
  ctx: Ctx,
  taps: readonly Tap[],
  isAll: (outcomes: readonly TapOutcome[]) => boolean = () => false,
): Promise<Taken> {
  const now = taps.reduce((latest, tap) => Math.max(latest, tap.now), 0);
  const clocks = await takeClocksOf(tx, ctx, taps, now);
  const recorded: Recorded[] = [];
  const known = new Map<string, KnownPunch>(clocks.found.known.map((punch) => [punch.id, punch]));
  const outcomes = taps.map((tap): TapOutcome => {
    try {
      const first = known.get(tap.input.id);
      if (first) {
        assertSamePunch(first, tap);
        return { known: first };
      }
      const done = decideTap(tap, clocks.people.get(tap.employeeId), clocks.world);
      recorded.push(done);
      known.set(done.punch.id, knownAs(done));
      return { recorded: done };
    } catch (refusal) {
      if (refusal instanceof AppError) return { refusal };
      throw refusal;
    }
  });
  const { locked } = await saveClocks(tx, ctx, clocks, { recorded, isAll: isAll(outcomes) }, now);
  return {
    outcomes,
    clocks,
    entryOf: (employeeId, punchId) => {
      const entry = clocks.people
        .get(employeeId)
        ?.entries?.find(({ punchIds }) => punchIds.includes(punchId));
      return entry && { entry, locked: locked.includes(entry) };
    },
  };
}

export type Facts = {
  recorded?: readonly Recorded[];
  corrections?: readonly NewPunch[];
  /** What is not changed by what comes out. */
  stays?: Stays;
  /** The transaction ends with them. */
  isAll?: boolean;
};

/** Writes what was recorded and what follows from it, and announces what changed. */
export async function saveClocks(
  tx: Tx,
  ctx: Ctx,
  { people, world, found }: Clocks,
  { recorded = [], corrections = [], stays, isAll = false }: Facts,
  now: number,
): Promise<EntryChanges> {
  for (const person of people.values()) {
    if (person.facts.length > 0 || person.stored.length > 0) entriesOf(person, world, now);
  }
  const changes = changesOf(people.values(), found.locked, stays);
  const punches = [...recorded.map(({ punch }) => punch), ...corrections];
  const late = changes.locked.flatMap((entry) =>
    recorded
      .filter(({ punch }) => entry.punchIds.includes(punch.id))
      .map(({ punch }) => ({ punchId: punch.id, employeeId: punch.employeeId, localDate: entry.localDate })),
  );
  const past = changes.changed.filter(({ entry }) => entry.start < now - PAIR_LIMIT_MS);
  const written = [
    savePunches(tx, ctx.orgId, { ...changes, punches }),
    insertEvents(tx, ctx.orgId, eventsOf(ctx, recorded, changes)),
  ];
  if (isAll && late.length + past.length === 0) await commitBehind(tx, written);
  else await Promise.all(written);
  for (const one of late) await noteLatePunch(tx, ctx, one);
  if (past.length > 0)
    await settleTakenIn(
      tx,
      ctx,
      past.flatMap(({ entry }) => entry.punchIds),
    );
  return changes;
}

/** Takes the clocks of those whose taps these are, from the moment on that any of them changes. */
async function takeClocksOf(tx: Tx, ctx: Ctx, taps: readonly Tap[], now: number): Promise<Clocks> {
  const from = earliest(taps);
  const ids = taps.map(({ input }) => input.id);
  const waiting = readingsOf(taps);
  const clocks = await takeClocks(tx, ctx, from, ids, now, waiting);
  const further = addReadings(clocks, waiting);
  if (further.size === 0) return clocks;
  const again = await takeClocks(tx, ctx, new Map([...from, ...further]), ids, now, waiting);
  addReadings(again, waiting);
  return again;
}

/** For each person, from when on something may change. */
function earliest(taps: readonly Tap[]): Map<string, number> {
  const from = new Map<string, number>();
  for (const { employeeId, time, now } of taps) {
    // a time that is refused anyway may be one that no calendar of the database knows
    const at = 'refusal' in time ? now : time.at;
    from.set(employeeId, Math.min(from.get(employeeId) ?? at, at));
  }
  return from;
}

const knownAs = ({ punch, answer }: Recorded): KnownPunch => ({
  id: punch.id,
  employeeId: punch.employeeId,
  kind: punch.kind,
  occurredAt: punch.occurredAt,
  happenedAt: punch.happenedAt ?? punch.occurredAt,
  answer,
});
