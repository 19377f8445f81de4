import type { EntryFlag } from '@vaktplan/contracts/http/time-tracking';
import type { FactRow, PersonClockRow, ReadingRow, StoredEntry } from '@vaktplan/db/queries/person-clocks';
import { computeEntries, type Before } from '../compute/compute-entries.rules.ts';
import type { ComputedEntry, Fact, PlannedShift, TapOrigin } from '../compute/facts.rules.ts';
import { zoneClock } from '../compute/zone-clock.rules.ts';
import { contradicted, type Reading } from './readings.rules.ts';
import type { World } from './world.ts';

/** An entry as it is in this transaction: `stored` is what lies in the table, null for a new one. */
export type ClockEntry = ComputedEntry & { id: string; version: number; stored: StoredEntry | null };
/** What of one person a transaction has in hand. */
export type PersonClock = {
  employeeId: string;
  status: PersonClockRow['status'];
  homeLocationId: string | null;
  facts: Fact[];
  shifts: PlannedShift[];
  before: Before | null;
  stored: StoredEntry[];
  /** Of the devices on which facts waited. */
  readings: Reading[];
  /** By start; computed when first asked for. */
  entries: ClockEntry[] | null;
};

export function personClockOf(row: PersonClockRow): PersonClock {
  return {
    employeeId: row.employeeId,
    status: row.status,
    homeLocationId: row.homeLocationId,
    facts: (row.facts ?? []).filter(({ id }) => !row.before?.punchIds?.includes(id)).map(factOf),
    shifts: (row.shifts ?? []).map((shift) => ({
      id: shift.id,
      start: Date.parse(shift.startsAt),
      end: Date.parse(shift.endsAt),
      locationId: shift.locationId,
      zone: shift.zone,
      localDate: shift.localDate,
    })),
    before: row.before && {
      ...row.before,
      end: Date.parse(row.before.end),
      countedEnd: Date.parse(row.before.countedEnd),
    },
    stored: row.entries ?? [],
    readings: (row.readings ?? []).map(readingOf),
    entries: null,
  };
}

const factOf = (row: FactRow): Fact => ({
  id: row.id,
  root: row.replacesId ?? row.id,
  kind: row.kind,
  at: Date.parse(row.at),
  sequence: row.sequence ?? 0,
  locationId: row.locationId,
  zone: row.zone,
  flags: [...(row.flags as EntryFlag[]), ...(row.edited ? (['edited'] as const) : [])],
  origin: row.origin && originOf(row.origin),
  breakPaid: row.breakPaid,
});

const readingOf = ([id, bootId, occurredAt, monotonicMs, happenedAt]: ReadingRow): Reading => ({
  id,
  bootId,
  claimed: Date.parse(occurredAt),
  monotonicMs: monotonicMs ?? 0,
  at: Date.parse(happenedAt),
});

/** The facts, with those flagged whose device's clock was set between two of them. */
function flaggedFacts({ facts, readings }: PersonClock): readonly Fact[] {
  if (readings.length < 2) return facts;
  const wrong = new Set(contradicted(readings).map(({ id }) => id));
  return facts.map((fact) =>
    wrong.has(fact.id) && !fact.flags.includes('clock_skew')
      ? { ...fact, flags: [...fact.flags, 'clock_skew'] }
      : fact,
  );
}

/** What was known where it was is not judged anew once the position is deleted. */
function originOf([source, place, latitude, longitude, accuracyMeters, ageSeconds, mocked]: NonNullable<
  FactRow['origin']
>): TapOrigin | null {
  if (source === 'manager') return null;
  if (latitude === null || longitude === null) {
    return place === null || place === 'unknown' ? { source, position: undefined } : null;
  }
  return {
    source,
    position: {
      latitude,
      longitude,
      accuracyMeters: accuracyMeters ?? 0,
      ageSeconds: ageSeconds ?? 0,
      ...(mocked !== null && { mocked }),
    },
  };
}

/**
 * The person's entries by what is known now. What comes out as it is stored keeps its version; what changed counts it
 * up, once each time it changes.
 */
export function entriesOf(person: PersonClock, world: World, now: number): ClockEntry[] {
  if (person.entries) return person.entries;
  return (person.entries = compute(person, world, now, []));
}

/** The same after another fact. */
export function addFact(person: PersonClock, fact: Fact, world: World, now: number): ClockEntry[] {
  const previous = person.entries ?? [];
  person.facts.push(fact);
  return (person.entries = compute(person, world, now, previous));
}

function compute(
  person: PersonClock,
  { policyOf, flagsAt }: World,
  now: number,
  previous: readonly ClockEntry[],
): ClockEntry[] {
  const { shifts, before, stored } = person;
  const facts = flaggedFacts(person);
  const computed = computeEntries({ facts, shifts, policyOf, flagsAt, clock: zoneClock, now, before });
  return computed.map((entry) => {
    const known = previous.find((one) => one.key === entry.key);
    if (known) return { ...entry, ...versionOf(known, known.inputsHash !== entry.inputsHash) };
    const row = stored.find(
      (one) =>
        one.openedBy === entry.key ||
        one.id === entry.key ||
        (one.openedBy === null && Date.parse(one.startedAt) === entry.start),
    );
    if (!row) return { ...entry, id: entry.key, version: 1, stored: null };
    const { id, version } = row;
    return { ...entry, ...versionOf({ id, version, stored: row }, row.inputsHash !== entry.inputsHash) };
  });
}

const versionOf = (
  { id, version, stored }: Pick<ClockEntry, 'id' | 'version' | 'stored'>,
  changed: boolean,
) => ({ id, version: changed ? version + 1 : version, stored });

/** Is somebody at work by this entry? What the product should have closed by now is over. */
export const isOpen = (entry: ClockEntry | undefined, now: number): entry is ClockEntry =>
  entry !== undefined && entry.end === null && (entry.dueAt === null || now < entry.dueAt);
