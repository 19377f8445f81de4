import { AppError } from '@vaktplan/contracts/errors';
import type { PunchResult } from '@vaktplan/contracts/http/time-tracking';
import type { KnownPunch } from '@vaktplan/db/queries/person-clocks';
import type { NewPunch } from '@vaktplan/db/queries/punches';
import { userIdOf } from '../../context/ctx.ts';
import { instantOf } from '../../time/utc.rules.ts';
import type { Fact } from '../compute/facts.rules.ts';
import { zoneClock } from '../compute/zone-clock.rules.ts';
import { presentTimeEntry } from '../time-entry.presenter.ts';
import { chooseLocation, type PunchPlace } from './choose-location.ts';
import { toTimeEntryRow } from './entry-rows.ts';
import { liveTapAt } from './live-tap.ts';
import { addFact, entriesOf, type ClockEntry, type PersonClock } from './person-clock.ts';
import type { Recorded, Tap } from './tap.ts';
import { judgePlace, NOWHERE, type Whereof } from './judge-place.ts';
import type { Clocks } from './clocks.ts';
import type { World } from './world.ts';

/** Puts the tap to the person's facts, or throws the AppError that refuses it. */
export function decideTap(tap: Tap, person: PersonClock | undefined, world: World): Recorded {
  const { input, time, source, address, now } = tap;
  if (!person || person.status === null) throw new AppError('no_employee');
  if (person.status === 'deactivated') throw new AppError('employee_inactive');
  if ('refusal' in time) throw time.refusal;
  const live = !tap.queued && !input.offline;
  const at = live
    ? liveTapAt(entriesOf(person, world, now), { kind: input.kind, at: time.at }, now)
    : time.at;
  const moment = { at, sequence: sequenceOf(tap, person, at, live), id: input.id };
  const { kind, locationId } = input;
  const place = chooseLocation(person, { ...moment, kind, locationId, live }, world);
  const { where } = world.policyOf(place.locationId, zoneClock.dateOf(place.zone, at)).settings;
  const asked = { kind: input.kind, source, position: input.position, address: live ? address : null, live };
  const judged = judgePlace(asked, place.location ?? NOWHERE, where);
  if (judged.blocked) throw new AppError(judged.blocked);

  const flags = [...time.flags, ...judged.flags];
  const fact: Fact = {
    ...moment,
    root: input.id,
    kind,
    locationId: place.locationId,
    zone: place.zone,
    flags,
    origin: kind === 'in' ? null : { source, position: input.position },
    breakPaid: null,
  };
  const punch = toPunch(tap, fact, place, judged, time.claimed);
  if (tap.queued) {
    person.facts.push(fact);
    person.entries = null;
    return { tap, at, punch, answer: null };
  }
  const entry = entryWith(addFact(person, fact, world, now), input.id);
  const answer = presentAnswer(tap, punch, entry, person.employeeId);
  punch.answer = answer;
  return { tap, at, punch, answer };
}

/** The device's own count; a tap of now comes after all of the same moment. */
function sequenceOf({ input }: Tap, person: PersonClock, at: number, live: boolean): number {
  const own = input.tapped?.sequence ?? 0;
  if (!live) return own;
  return person.facts.reduce((most, one) => (one.at === at ? Math.max(most, one.sequence + 1) : most), own);
}

function entryWith(entries: readonly ClockEntry[], punchId: string): ClockEntry {
  const entry = entries.find(({ punchIds }) => punchIds.includes(punchId));
  if (!entry) throw new Error('every fact is in an entry');
  return entry;
}

const presentAnswer = (
  { input, now }: Tap,
  punch: NewPunch,
  entry: ClockEntry,
  employeeId: string,
): PunchResult => ({
  punch: {
    id: input.id,
    kind: input.kind,
    occurredAt: punch.happenedAt ?? punch.occurredAt,
    receivedAt: punch.receivedAt,
  },
  entry: presentTimeEntry(toTimeEntryRow(entry, employeeId), now),
});

/** The stored answer; of a punch that came with a queue: how it is now. Throws `already_decided` when a manager took it out. */
export function answerKnown(
  stored: KnownPunch,
  { employeeId, now }: Tap,
  { people, world }: Clocks,
): PunchResult {
  if (stored.answer) return stored.answer as PunchResult;
  const person = people.get(employeeId);
  const entries = person ? entriesOf(person, world, now) : [];
  // corrected since, it is in the entry by what took its place
  const standing = person?.facts.find(({ root }) => root === stored.id)?.id;
  const entry = entries.find(({ punchIds }) => standing !== undefined && punchIds.includes(standing));
  if (!entry) throw new AppError('already_decided');
  const { id, kind, happenedAt } = stored;
  const punch = {
    id,
    kind: kind as PunchResult['punch']['kind'],
    occurredAt: happenedAt,
    receivedAt: instantOf(now),
  };
  return { punch, entry: presentTimeEntry(toTimeEntryRow(entry, employeeId), now) };
}

/** The id of another punch is refused. */
export function assertSamePunch(stored: KnownPunch, { input, employeeId }: Tap): void {
  const sameTime =
    input.occurredAt === undefined || Date.parse(stored.occurredAt) === Date.parse(input.occurredAt);
  if (stored.employeeId !== employeeId || stored.kind !== input.kind || !sameTime) {
    throw new AppError('idempotency_key_reused', { detail: 'This punch id was used for another punch.' });
  }
}

function toPunch(tap: Tap, fact: Fact, place: PunchPlace, judged: Whereof, claimed: number): NewPunch {
  const { input, now, source, ctx, employeeId } = tap;
  const { position, tapped, deviceId, photoKey } = input;
  return {
    id: input.id,
    employeeId,
    locationId: place.locationId,
    zone: place.zone,
    kind: input.kind,
    occurredAt: instantOf(claimed),
    receivedAt: instantOf(now),
    ...(fact.at !== claimed && { happenedAt: instantOf(fact.at) }),
    ...(fact.sequence > 0 && { sequence: fact.sequence }),
    ...(tapped && { monotonicMs: tapped.monotonicMs, bootId: tapped.bootId }),
    source,
    ...(judged.place && { place: judged.place }),
    flags: fact.flags,
    offline: input.offline ?? false,
    ...(deviceId && { deviceId }),
    ...position,
    ...(photoKey && { photoKey }),
    userId: userIdOf(ctx.actor),
  };
}
