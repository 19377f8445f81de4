import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { insertPastEvents, type BulkShift } from '@vaktplan/db/queries/history';
import { savePunches } from '@vaktplan/db/queries/punches';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import type { PlannedShift } from '../time-tracking/compute/facts.rules.ts';
import { zoneClock } from '../time-tracking/compute/zone-clock.rules.ts';
import { decideTap } from '../time-tracking/recording/decide-tap.ts';
import { eventsOf } from '../time-tracking/recording/entry-events.ts';
import { changesOf, toTimeEntryRow } from '../time-tracking/recording/entry-rows.ts';
import { entriesOf, type PersonClock } from '../time-tracking/recording/person-clock.ts';
import { policyFinder } from '../time-tracking/recording/policies.ts';
import type { Recorded } from '../time-tracking/recording/tap.ts';
import { createWorld, type World } from '../time-tracking/recording/world.ts';
import type { ChainSite } from './chain-structure.ts';
import { between } from './random.ts';
import { atTheClock } from './seed-context.ts';

const MINUTE = 60_000;
type Tap = { kind: PunchKind; at: number };

/**
 * Punches for a week's published shifts up to `now`, decided by the clock's own rules and written in bulk. `people` holds
 * each person's clock from week to week.
 */
export const punchChainWeek = (
  ctx: Ctx,
  site: ChainSite,
  shifts: readonly BulkShift[],
  {
    now,
    random,
    kiosk,
    people,
  }: { now: number; random: () => number; kiosk: string; people: Map<string, PersonClock> },
): Promise<void> =>
  transact(ctx, 'seed.punches', async (tx) => {
    const world = worldOf(site);
    const touched = new Set<PersonClock>();
    const recorded: Recorded[] = [];
    for (const shift of shifts.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))) {
      const { employeeId } = shift;
      // now and then somebody does not come
      if (!employeeId || Date.parse(shift.startsAt) > now || random() < 0.03) continue;
      const person = people.get(employeeId) ?? newClock(employeeId);
      people.set(employeeId, person);
      touched.add(person);
      person.shifts.push(plannedOf(site, shift));
      person.entries = null;
      for (const { kind, at } of tapsOf(shift, now, random)) {
        const who = {
          ...atTheClock(ctx, employeeId, kiosk),
          now: () => Temporal.Instant.fromEpochMilliseconds(at),
        };
        const input = { id: uuidv7({ msecs: at }), kind, locationId: site.locationId };
        const time = { claimed: at, at, flags: [] };
        const tap = { ctx: who, input, employeeId, address: null, now: at, time, queued: false };
        recorded.push(decideTap({ ...tap, source: 'web' }, person, world));
      }
    }
    const last = recorded.at(-1);
    if (!last) return;
    for (const person of touched) entriesOf(person, world, now);
    const changes = changesOf(touched, []);
    await savePunches(tx, ctx.orgId, { ...changes, punches: recorded.map(({ punch }) => punch) });
    await insertPastEvents(tx, ctx.orgId, eventsOf(ctx, recorded, changes), last.punch.receivedAt);
    for (const person of touched) forgetWeek(person);
  });

const newClock = (employeeId: string): PersonClock => ({
  employeeId,
  status: 'active',
  homeLocationId: null,
  facts: [],
  shifts: [],
  before: null,
  stored: [],
  readings: [],
  entries: null,
});

function worldOf({ locationId, zone }: ChainSite): World {
  const location = { id: locationId, zone, latitude: null, longitude: null, radiusMeters: null };
  return createWorld(new Map([[locationId, location]]), policyFinder([]));
}

const plannedOf = ({ locationId, zone }: ChainSite, shift: BulkShift): PlannedShift => {
  const start = Date.parse(shift.startsAt);
  const localDate = zoneClock.dateOf(zone, start);
  return { id: shift.id, start, end: Date.parse(shift.endsAt), locationId, zone, localDate };
};

/** All but the last entry: nothing that comes changes what lies before it. */
function forgetWeek(person: PersonClock): void {
  const entry = person.entries?.at(-1);
  if (!entry) return;
  const before = person.entries?.at(-2);
  person.facts = person.facts.filter(({ id }) => entry.punchIds.includes(id));
  person.shifts = person.shifts.filter(({ id }) => id === entry.shiftId);
  person.before =
    before && before.end !== null && before.countedEnd !== null
      ? { ...before, end: before.end, countedEnd: before.countedEnd }
      : null;
  const { id, openedBy, localDate, days, inputsHash, version, locationId, breaks } = entry;
  const { startedAt, endedAt } = toTimeEntryRow(entry, person.employeeId);
  const breakIds = breaks.length > 0 ? breaks.map((pause) => pause.id) : null;
  const row = {
    id,
    openedBy,
    startedAt,
    endedAt,
    localDate,
    days,
    inputsHash,
    version,
    locationId,
    breakIds,
  };
  person.stored = [row];
  person.entries = null;
}

/** Comes up to 8 minutes early or 5 late, goes up to 4 minutes early or a quarter late; some punch their break. */
function tapsOf(shift: BulkShift, now: number, random: () => number): Tap[] {
  const start = Date.parse(shift.startsAt);
  const end = Date.parse(shift.endsAt);
  const come = Math.min(now, start + between(random, -480, 300) * 1000);
  const go = end + between(random, -240, 900) * 1000;
  const pause = start + between(random, 150, 230) * MINUTE;
  const rested = pause + between(random, 24, 36) * MINUTE;
  const taps: Tap[] = [{ kind: 'in', at: come }];
  if (random() < 0.3) taps.push({ kind: 'break_start', at: pause }, { kind: 'break_end', at: rested });
  taps.push({ kind: 'out', at: go });
  return taps.filter(({ at }) => at <= now);
}
